import type { Cells, Folder } from './folder.js';
import { countAt, eachAt, textAt } from './json.js';
import { type Keyed, merged, runs } from './merge.js';
import type { Checking, Spot } from './report.js';
import { spotKey } from './spot.js';

const sheetKey = (role: string, list: string, { file, sheet = '' }: Spot): string =>
  [role, list, file, sheet].join('\u0000');

/**
 * EQ0. Every physical row that was counted before anything was matched stands in the ledger exactly once, from the
 * first to the last, and what the ledger calls people is what was read.
 */
export function checkRows(
  { inputs, ledgerRows, ledgerEntries, listRows, ...read }: Folder,
  check: Checking,
): void {
  const rows: Keyed<number>[] = [];
  const row = (role: string, list: string, place: Spot): void => {
    rows.push({ key: sheetKey(role, list, place), of: place.row ?? 0 });
  };
  for (const { place } of ledgerRows) row('roster', '', place);
  for (const { list, place } of listRows) row('lists', list, place);
  for (const { of } of runs(ledgerEntries.map((e) => ({ key: `${e.list}\u0000${spotKey(e.place)}`, of: e }))))
    if (of[0] !== undefined) row('lists', of[0].list, of[0].place);

  const people: Keyed<number>[] = [];
  for (const { place } of read.rosterCells)
    people.push({ key: sheetKey('roster', '', place), of: place.row ?? 0 });
  for (const { list, place } of read.entries)
    people.push({ key: sheetKey('lists', list, place), of: place.row ?? 0 });

  const counted = eachAt(inputs, 'files').flatMap((file) =>
    eachAt(file, 'sheets').map((sheet) => ({
      key: `${textAt(file, 'name')}\u0000${textAt(sheet, 'sheet')}`,
      rows: countAt(sheet, 'rows'),
    })),
  );
  const used = eachAt(inputs, 'sheets');
  const inLedger = new Map([...runs(rows)].map(({ key, of }) => [key, of] as const));
  const withPeople = new Map([...runs(people)].map(({ key, of }) => [key, of] as const));
  for (const sheet of used) {
    const [file, name] = [textAt(sheet, 'file'), textAt(sheet, 'sheet')];
    const place = name === '' ? { file } : { file, sheet: name };
    const physical = counted.find((one) => one.key === `${file}\u0000${name}`)?.rows ?? 0;
    check.same(`rows:${file}`, physical, countAt(sheet, 'physical'));
    check.same(`rows:${file}`, physical, countAt(sheet, 'data') + countAt(sheet, 'noPerson'));
    const role = textAt(sheet, 'role');
    if (!['roster', 'lists', 'comparisons'].includes(role)) continue;
    const key = sheetKey(role === 'roster' ? role : 'lists', textAt(sheet, 'list'), place);
    const numbers = [...(inLedger.get(key) ?? [])].sort((a, b) => a - b);
    const gap = Array.from({ length: physical }, (_, i) => i + 1).find((n, i) => numbers[i] !== n);
    check.compared += physical;
    if (numbers.length !== physical || gap !== undefined)
      check.error(
        'verify.rowMissing',
        { physical, inLedger: numbers.length },
        { ...place, row: gap ?? physical + 1 },
      );
    check.same(`data:${file}`, countAt(sheet, 'data'), new Set(withPeople.get(key)).size);
  }
  const known = used.map((s) =>
    sheetKey(textAt(s, 'role') === 'roster' ? 'roster' : 'lists', textAt(s, 'list'), {
      file: textAt(s, 'file'),
      sheet: textAt(s, 'sheet'),
    }),
  );
  for (const { key, of } of runs([...rows, ...people]))
    if (!known.includes(key)) {
      const [, , file = ''] = key.split('\u0000');
      check.error('verify.rowUnknown', {}, { file, row: of[0] ?? 0 });
    }
}

/**
 * What the ledger shows of a row or person is what was read, cell for cell, and nobody is there who was not read. Once,
 * unless `numbersOf` gives the numbers of its results, which count from 1.
 */
export function checkAsRead<
  R extends Cells & { readonly place: Spot },
  L extends Cells & { readonly place: Spot },
>(
  read: readonly R[],
  inLedger: readonly L[],
  keyOf: (one: R | L) => string,
  cellsOf: (one: R | L) => readonly unknown[],
  check: Checking,
  numbersOf: (one: R, results: readonly L[]) => readonly number[] = () => [],
): void {
  const left = read.map((of): Keyed<R> => ({ key: keyOf(of), of }));
  const right = inLedger.map((of): Keyed<L> => ({ key: keyOf(of), of }));
  for (const both of merged(left, right)) {
    check.compared += 1;
    const [one] = both.left;
    const place = (one ?? both.right[0])?.place;
    const numbers = one === undefined ? [] : [...numbersOf(one, both.right)].sort((a, b) => a - b);
    const numbered = numbers.length > 0 && numbers.every((number, i) => number === i + 1);
    if (one === undefined || both.left.length !== 1 || (both.right.length !== 1 && !numbered))
      check.error('verify.notOnce', { read: both.left.length, inLedger: both.right.length }, place);
    else if (both.right.some((other) => JSON.stringify(cellsOf(one)) !== JSON.stringify(cellsOf(other))))
      check.error('verify.cellsDiffer', {}, place);
  }
}
