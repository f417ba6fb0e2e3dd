import type { LedgerEntry } from './folder.js';
import { textAt } from './json.js';
import { listOf, type Matching } from './matching.js';
import { type Keyed, merged } from './merge.js';
import { compareNames } from './name.js';
import type { ListPerson } from './people.js';
import type { Checking } from './report.js';

const repeatOf = (entry: ListPerson): string => JSON.stringify([listOf(entry), entry.of.student]);

/** EQ2 and what stands behind it: of the entries of one list about one student one is matched, and the others name it. */
export function checkRepeats(entries: readonly ListPerson[], matching: Matching, check: Checking): void {
  const hits = entries
    .filter(({ of }) => of.state === 'matched')
    .map((entry): Keyed<LedgerEntry> => ({ key: repeatOf(entry), of: entry.of }));
  const repeats = entries
    .filter(({ of }) => of.state === 'duplicate' && of.student !== '')
    .map((entry): Keyed<LedgerEntry> => ({ key: repeatOf(entry), of: entry.of }));
  for (const { left, right } of merged(hits, repeats)) {
    check.compared += 1;
    const [first] = left;
    if (left.length !== 1) check.error('verify.hitTwice', { times: left.length }, (first ?? right[0])?.place);
  }
  for (const entry of entries) {
    const { of } = entry;
    if (of.state !== 'duplicate') continue;
    check.compared += 1;
    const named = matching.repeated(of);
    const first = named?.of;
    const fits =
      first !== undefined &&
      first !== of &&
      first.state !== 'duplicate' &&
      first.state === textAt(of.proof, 'state') &&
      (of.student === '' || of.student === first.student);
    if (!fits) check.error('verify.repeatsNobody', { member: of.member }, of.place);
    else if (of.reason !== 'sameStudent') {
      const sameId =
        named?.identity.ids.possible.some((id) => entry.identity.ids.possible.includes(id)) === true;
      const samePerson = named !== undefined && sameId && compareNames(named.name, entry.name) !== 'other';
      // By way of a row that a person decided, one person can repeat a row of the same student that reads otherwise.
      if (!samePerson && of.student !== '' && first.reason === 'decision')
        check.note('verify.repeatUnproved', { member: of.member }, of.place);
      else if (!samePerson) check.error('verify.repeatsOther', { member: of.member }, of.place);
    }
  }
}
