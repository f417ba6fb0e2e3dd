import { upperBound } from './clopper-pearson.js';
import type { Demand } from './demands.js';
import type { EvalResult } from './evaluate.js';
import type { EvalOptions } from './options.js';
import { PROMISED } from './promises.js';
import { lost, type Tally } from './tally.js';

/** `part` of `whole` in hundredths of a per cent, rounded down, as a percentage; `-` of nothing. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '-';
  const hundredths = Math.trunc((part * 10_000) / whole);
  return `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** Millionths as a percentage. */
const bound = (millionths: number): string =>
  `${Math.trunc(millionths / 10_000)}.${String(millionths % 10_000).padStart(4, '0')}`;

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(title.length, ...lines.map((line) => line[i]?.length ?? 0)));
  const write = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ');
  return [head, ...lines].map((line) => `${write(line).trimEnd()}\n`).join('');
}

/** `lost % <`: the upper bound of the rate. `open %`: the true student is strong, so the category is not called out. */
const HEAD = [
  'rows',
  'matched',
  'review',
  'lost',
  'wrong',
  'lost % <',
  'first %',
  '<=10th %',
  'open %',
  'others/1000',
  'shown p95',
];

function cells(tally: Tally): readonly string[] {
  const { rows, ends, first, firstTen, strong, othersHeld, candidates95 } = tally;
  return [
    String(rows),
    String(ends.matched),
    String(ends.review),
    String(lost(tally)),
    String(ends.wrong),
    rows === 0 ? '-' : bound(upperBound(lost(tally), rows)),
    percent(first, ends.review),
    percent(firstTen, ends.review),
    percent(strong, ends.review),
    rows === 0 ? '-' : String(Math.trunc((othersHeld * 1000) / rows)),
    String(candidates95),
  ];
}

const section = (title: string, ...blocks: readonly string[]): string => `\n${title}\n${blocks.join('')}`;

/** The whole report as text. */
export function reportOf(options: EvalOptions, result: EvalResult, demands: readonly Demand[]): string {
  const { classes, doubles, parents, places, households, adversaries, city } = result;
  const out = [`matching evaluation: ${result.students} students, seed ${options.seed}\n`];
  if (city !== undefined) {
    const { all, files, byKind, bySubgroup, reasons } = city;
    const inReview = all.ends.review + all.ends.unlisted;
    out.push(
      section(
        `The city at the stated rates, in ${files} files, against a roster with dirt`,
        `matched ${percent(all.ends.matched, all.rows)} %  out ${percent(all.ends.out, all.rows)} %  ` +
          `review ${percent(inReview, all.rows)} %  of ${all.rows} rows\n` +
          `held open though no row is about them: ${all.othersHeld} students, ${Math.trunc((all.othersHeld * 1000) / all.rows)} for 1000 rows\n`,
        table(
          ['kind', ...HEAD.slice(0, 3), 'out', ...HEAD.slice(3)],
          byKind.map(({ id, tally }) => {
            const [rows = '', matched = '', review = '', ...rest] = cells(tally);
            return [id, rows, matched, review, String(tally.ends.out), ...rest];
          }),
        ),
        '\n',
        table(
          ['subgroup', ...HEAD],
          bySubgroup.map(({ id, tally }) => [id, ...cells(tally)]),
        ),
        '\n',
        table(
          ['reason for review', 'rows'],
          reasons.map(({ reason, rows }) => [reason, String(rows)]),
        ),
      ),
    );
  }
  if (classes.length > 0) {
    out.push(
      section(
        'A single error, each class on its own, clean roster',
        table(
          ['class', ...HEAD],
          classes.map(({ id, all }) => [id, ...cells(all)]),
        ),
      ),
      section(
        'The same by subgroup: rows, and of these lost or matched wrongly',
        table(
          ['class', 'dotted', 'rare', 'noId', 'twin', 'others', 'no key: found'],
          classes.map(({ id, bySubgroup, noKey }) => [
            id,
            ...Object.values(bySubgroup).map((tally) => `${tally.rows}/${lost(tally) + tally.ends.wrong}`),
            noKey.rows === 0 ? '-' : `${noKey.rows - lost(noKey)} of ${noKey.rows}`,
          ]),
        ),
      ),
    );
  }
  if (doubles.length > 0)
    out.push(
      section(
        'Two errors at once',
        table(
          ['group', ...HEAD, 'shown % >='],
          doubles.map(({ id, all }) => [
            id,
            ...cells(all),
            id in PROMISED ? percent(PROMISED[id] ?? 0, 1000) : '-',
          ]),
        ),
      ),
    );
  if (places.length > 0)
    out.push(
      section(
        'No ID and a damaged name, by what the list says of where its people belong',
        table(
          ['the list has', ...HEAD],
          places.map(({ id, all }) => [id, ...cells(all)]),
        ),
      ),
    );
  if (households.length > 0)
    out.push(
      section(
        'Rows that name a father and mean his household: his children on the roster',
        table(
          [
            'the roster has / wrong is',
            'rows',
            'children',
            'matched',
            'held open',
            'with a person',
            'missed',
            'wrong',
            'others',
          ],
          households.map((one) => [
            one.id,
            ...[one.rows, one.children, one.matched, one.heldOpen, one.withPerson].map(String),
            ...[one.missed, one.wrong, one.othersHeld].map(String),
          ]),
        ),
      ),
    );
  if (parents.length > 0)
    out.push(
      section(
        "A parent's ID in the child's row",
        table(
          ['configuration', ...HEAD, 'limit said'],
          parents.map(({ id, all, recallLimit }) => [id, ...cells(all), recallLimit ? 'yes' : 'no']),
        ),
      ),
    );
  if (adversaries.length > 0)
    out.push(
      section(
        'People made to be confused',
        table(
          ['rows', 'must', 'count', 'held'],
          adversaries.map(({ id, demand, rows, held }) => [id, demand, String(rows), String(held)]),
        ),
      ),
    );
  out.push(
    section(
      'Demands',
      ...demands.map(
        ({ id, holds, failing }) =>
          `${holds ? 'held    ' : 'NOT HELD'}  ${id}${holds ? '' : `: ${failing.join(', ')}`}\n`,
      ),
    ),
  );
  return out.join('');
}
