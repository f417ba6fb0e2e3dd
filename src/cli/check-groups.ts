import type { CheckedProperty } from '../check/index.js';

/** Findings that are one to the reader: what the same place of the file does, in several respects, stages and days. */
export type Group = readonly [CheckedProperty, ...CheckedProperty[]];

/** What says it most plainly goes first. */
const PLAINEST: readonly CheckedProperty['property'][] = [
  'amountOrder',
  'sumOrder',
  'monotone',
  'membership',
  'union',
];

/** Findings as groups: errors first, then in the order of the file. */
export function groupsOf(found: readonly CheckedProperty[]): readonly Group[] {
  const groups = new Map<string, [CheckedProperty, ...CheckedProperty[]]>();
  const keys = new Map<string, string>();
  for (const one of found) {
    const follows = one.property === 'union' ? keys.get(String(one.because?.values.finding)) : undefined;
    const key = follows ?? keyOf(one);
    keys.set(one.id, key);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const rank = (one: CheckedProperty): number => PLAINEST.indexOf(one.property);
  const sorted = [...groups.values()].map((group) => group.sort((x, y) => rank(x) - rank(y)));
  return sorted.sort(([x], [y]) => weight(x) - weight(y) || inFile(x, y));
}

function keyOf({ id, property, severity, status, witness, place }: CheckedProperty): string {
  if (status === 'refuted' && property === 'noGap') return property;
  if (status === 'refuted' && witness !== undefined && place.line !== undefined)
    return `${severity} ${place.file}:${place.line}:${place.column}`;
  return subjectOf(id);
}

/** `monotone income` of `monotone income tier`. */
export const subjectOf = (id: string): string =>
  /^(?:monotone|membership) /.test(id) ? id.split(' ').slice(0, 2).join(' ') : id;

const weight = ({ severity }: CheckedProperty): number => (severity === 'error' ? 0 : 1);

/** In the order of the file; those of another file, which this one amends, behind. */
function inFile({ place: x }: CheckedProperty, { place: y }: CheckedProperty): number {
  const [a, b] = [x.file ?? '', y.file ?? ''];
  if (a !== b) return a < b ? -1 : 1;
  return (x.line ?? 0) - (y.line ?? 0) || (x.column ?? 0) - (y.column ?? 0);
}
