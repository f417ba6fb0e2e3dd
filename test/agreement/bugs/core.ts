import type { Bug } from '../plant.js';

const interpret = 'src/plan/interpret.ts';
const calendar = 'src/plan/calendar.ts';
const rounding = 'src/value/rounding.ts';

/** Mistakes in what a node can be. */
export const IN_CORE: readonly Bug[] = [
  {
    what: 'ties round down',
    file: rounding,
    find: 'return 2n * rest >= x.d ? above : below;',
    replace: 'return 2n * rest > x.d ? above : below;',
  },
  {
    what: 'ties below 0 round like ties above',
    file: rounding,
    find: 'if (2n * rest === x.d) return x.n < 0n ? below : above;',
    replace: 'if (2n * rest === x.d) return above;',
  },
  {
    what: 'rounding down cuts toward zero',
    file: rounding,
    find: "case 'down':\n      return below;",
    replace: "case 'down':\n      return x.n < 0n ? above : below;",
  },
  {
    what: 'unknown decides `all`',
    file: interpret,
    find: "const decides = (p: PossibleFlag): boolean => (kind === 'all' ? p.no : p.yes);",
    replace: "const decides = (p: PossibleFlag): boolean => (kind === 'all' ? !p.yes : p.yes);",
  },
  {
    what: 'any and all swapped where something is unknown',
    file: interpret,
    find: 'const passed = parts.every(passes);',
    replace: 'const passed = parts.some(passes);',
  },
  {
    what: 'what is missing is not missing under `not`',
    file: interpret,
    find: 'return { yes: no, no: yes, missing, none };',
    replace: 'return { yes: no, no: yes || missing, missing: false, none };',
  },
  {
    what: 'a comparison that may be either is settled by its least value',
    file: interpret,
    find: 'return { yes: lowest <= 0, no: highest > 0, ...rest };',
    replace: 'return { yes: lowest <= 0, no: lowest > 0, ...rest };',
  },
  {
    what: 'a table row is looked up one off',
    file: interpret,
    find: 'return key.among.map((x) => Number(floor(x))).filter(inTable);',
    replace:
      'return key.among.map((x) => Number(floor(x))).map((row) => (row > 1 ? row - 1 : row)).filter(inTable);',
  },
  {
    what: 'what is missing exists',
    file: interpret,
    find: 'return { yes: p.none, no: hasValue(p), missing: p.missing, none: false };',
    replace: 'return { yes: p.none, no: hasValue(p) || p.missing, missing: false, none: false };',
  },
  {
    what: 'what may be none is taken to be none',
    file: interpret,
    find: 'return hasValue(of) || of.missing ? either({ ...of, none: false }, otherwise) : otherwise;',
    replace: 'return otherwise;',
  },
  {
    what: 'none is lost where something else is there',
    file: interpret,
    find: 'none: there && of.some((p) => p.none)',
    replace: 'none: there && of.every((p) => p.none)',
  },
  {
    what: 'the shortest beginning of a code finds its row',
    file: interpret,
    find: 'key.length > (codes[best] as string).length',
    replace: 'key.length < (codes[best] as string).length',
  },
  {
    what: 'a given figure is computed all the same',
    file: interpret,
    find: 'return inputOf(node.given) ?? at(node.of);',
    replace: 'return at(node.of);',
  },
  {
    what: 'the fewest days lie between the earliest start and the earliest end',
    file: interpret,
    find: 'low: value([a.high, b.low])',
    replace: 'low: value([a.low, b.low])',
  },
  {
    what: 'days of two months are all in the first',
    file: interpret,
    find: 'high: exact(BigInt(month(b)))',
    replace: 'high: exact(BigInt(month(a)))',
  },
  {
    what: 'months never run over into the next',
    file: calendar,
    find: "(over === 'last_day' ? 0 : 1)",
    replace: '0',
  },
  {
    what: 'a birthday counts from the day after',
    file: calendar,
    find: '(birthday(year) > on ? 1 : 0)',
    replace: '(birthday(year) >= on ? 1 : 0)',
  },
  {
    what: 'a month is over the day after',
    file: calendar,
    find: 'while (months(from, count, over) > to)',
    replace: 'while (months(from, count, over) >= to)',
  },
  {
    what: 'weeks have six days',
    file: calendar,
    find: 'day + 7 * count',
    replace: 'day + 6 * count',
  },
];
