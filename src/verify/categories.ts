import type { Belonging } from './determined.js';
import type { Folder, LedgerEntry } from './folder.js';
import { membersAt, textAt } from './json.js';
import { type Keyed, merged } from './merge.js';
import type { Checking, Spot } from './report.js';
import { spotKey } from './spot.js';

/** Which state of an entry speaks for its student: its own, or that of the entry that it repeats. */
const speaksAs = ({ state, proof }: LedgerEntry): string =>
  state === 'duplicate' ? textAt(proof, 'state') : state;

/**
 * What the ledger says arrives: whoever is matched has the category, with the row as evidence; whoever has a category
 * is matched; and whom a review holds open is not called `out`.
 */
export function checkCategories({ ledgerEntries, determined, rules }: Folder, check: Checking): void {
  const listed = [...membersAt(rules, 'categories')]
    .filter(([, said]) => said instanceof Map && textAt(said, 'list') !== '')
    .map(([id]) => id);
  const matched: Keyed<Spot>[] = [];
  const open: Keyed<Spot>[] = [];
  for (const entry of ledgerEntries) {
    const acts = speaksAs(entry);
    const { student, strong, current, unclear, place } = entry;
    if (acts === 'matched' && student !== '')
      for (const category of current) matched.push({ key: `${student} ${category}`, of: place });
    if (acts === 'review')
      for (const category of [...current, ...unclear])
        for (const one of strong) open.push({ key: `${one} ${category}`, of: place });
  }
  const statuses = determined.flatMap(({ student, categories }): Keyed<Belonging>[] =>
    categories
      .filter((one) => listed.includes(one.category))
      .map((one) => ({ key: `${student} ${one.category}`, of: one })),
  );
  for (const { key, left, right } of merged(matched, statuses)) {
    check.compared += 1;
    const [status] = right;
    const values = { category: key.slice(key.indexOf(' ') + 1) };
    const [place] = left;
    if (place === undefined) {
      if (status?.status === 'in') check.error('verify.categoryFromNowhere', values, status.evidence[0]);
      continue;
    }
    const lacksPaper = status?.status === 'unknown' && status.doubt === 'paperMissing';
    if (right.length !== 1 || status === undefined || (status.status !== 'in' && !lacksPaper))
      check.error('verify.categoryLost', values, place);
    else if (!lacksPaper) {
      const shown = status.evidence.map(spotKey);
      const missing = left.find((one) => !shown.includes(spotKey(one)));
      if (missing !== undefined) check.error('verify.evidenceLost', values, missing);
    }
  }
  for (const { key, left, right } of merged(open, statuses)) {
    const [place] = left;
    if (place === undefined) continue;
    check.compared += 1;
    // What is not kept is `out`.
    if (right.length === 0)
      check.error('verify.openLost', { category: key.slice(key.indexOf(' ') + 1) }, place);
  }
}
