import type { Bug } from '../plant.js';

const bands = 'src/rules/constructs/bands/index.ts';
const options = 'src/rules/constructs/options/index.ts';
const section = 'src/rules/constructs/section/index.ts';
const held = 'src/rules/constructs/held.ts';
const top = 'src/rules/constructs/top/index.ts';
const first = 'src/rules/constructs/first/index.ts';
const dated = 'src/rules/constructs/dated/index.ts';
const several = 'src/rules/constructs/several/index.ts';
const each = 'src/rules/constructs/each/index.ts';
const recent = 'src/rules/constructs/recent/index.ts';
const categories = 'src/rules/constructs/categories/index.ts';

/** Mistakes in how constructs become nodes of the core. */
export const IN_CONSTRUCTS: readonly Bug[] = [
  {
    what: 'a band `below` its cut holds the cut',
    file: bands,
    find: "build.compare('<', of, cut)",
    replace: "build.compare('<=', of, cut)",
  },
  {
    what: 'a band `up_to` its cut leaves the cut out',
    file: bands,
    find: "build.compare('<=', of, cut)",
    replace: "build.compare('<', of, cut)",
  },
  {
    what: 'a band `from` its cut leaves the cut out',
    file: bands,
    find: "build.compare('<=', cut, of)",
    replace: "build.compare('<', cut, of)",
  },
  {
    what: 'the last option takes the value of the one before',
    file: options,
    find: 'values[values.length - 1] as Handle',
    replace: '(values[values.length - 2] ?? values[0]) as Handle',
  },
  {
    what: 'of several cases the first that holds wins, not the best',
    file: held,
    find: 'build.select(rest.any, further(is, rest.of), is)',
    replace: 'is',
  },
  {
    what: 'cases below 0 count as 0',
    file: held,
    find: 'build.select(rest.any, further(is, rest.of), is)',
    replace: 'further(is, rest.of)',
  },
  {
    what: 'the least of the cases that hold is the greatest',
    file: held,
    find: "take === 'best' ? build.greatest([a, b]) : build.least([a, b])",
    replace: 'build.greatest([a, b])',
  },
  {
    what: '`take: least` takes the sum',
    file: section,
    find: ': build.least(points)',
    replace: ': build.sum(points)',
  },
  {
    what: 'the last case that holds wins, not the first',
    file: first,
    find: 'return value.cases.reduceRight<Handle>(',
    replace: 'return value.cases.reduce<Handle>(',
  },
  {
    what: 'logic by date begins a day late',
    file: dated,
    find: 'compareDates(from, build.asOf) <= 0',
    replace: 'compareDates(from, build.asOf) < 0',
  },
  {
    what: 'the first logic by date holds for ever',
    file: dated,
    find: 'if (current !== undefined) return build.value(current.value);',
    replace: 'if (begun[0] !== undefined) return build.value(begun[0].value);',
  },
  {
    what: 'an option counts where the one before it holds',
    file: several,
    find: 'when: build.has(value.of, option),',
    replace: 'when: build.has(value.of, option === 0 ? 0 : option - 1),',
  },
  {
    what: 'points are added to a number, not multiplied by it',
    file: each,
    find: 'build.product(build.expression(value.each), build.expression(value.of))',
    replace: 'build.sum([build.expression(value.each), build.expression(value.of)])',
  },
  {
    what: 'an event counts `up_to` a span, but not on its last day',
    file: recent,
    find: "return band.edge === 'up_to' ? today <= end : today < end;",
    replace: 'return today < end;',
  },
  {
    what: 'an event counts `below` a span, and on its last day too',
    file: recent,
    find: "return band.edge === 'up_to' ? today <= end : today < end;",
    replace: 'return today <= end;',
  },
  {
    what: 'no event is an event of today',
    file: recent,
    find: 'return maybeNone ? build.select(build.isNone(event), otherwise, within) : within;',
    replace: 'return within;',
  },
  {
    what: 'of the greatest few, what is below 0 counts',
    file: top,
    find: 'Array.from({ length: value.top }, () => zero)',
    replace: 'Array.from({ length: value.top }, () => build.constant({ n: -9n, d: 1n }))',
  },
  {
    what: 'of the greatest few, the greatest counts in every place',
    file: top,
    find: 'handed = build.least([kept, handed]);',
    replace: '',
  },
  {
    what: 'of the greatest few, one too many counts',
    file: top,
    find: 'length: value.top }',
    replace: 'length: value.top + 1 }',
  },
  {
    what: 'of the points of categories always the best',
    file: categories,
    find: 'return lowerTogether(value.take, cases, build);',
    replace: "return lowerTogether('best', cases, build);",
  },
];
