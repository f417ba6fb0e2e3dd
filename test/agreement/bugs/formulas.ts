// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of the source are looked for as they stand.
import type { Bug } from '../plant.js';

const build = 'src/plan/build.ts';
const expression = 'src/plan/lower-expression.ts';
const lookup = 'src/plan/lower-lookup.ts';
const people = 'src/plan/lower-people.ts';

/** Mistakes in how formulas become nodes of the core. */
export const IN_FORMULAS: readonly Bug[] = [
  {
    what: 'not equal is equal',
    file: expression,
    find: "return build.not(build.compare('=', left, right));",
    replace: "return build.compare('=', left, right);",
  },
  {
    what: '`>` is `>=`',
    file: expression,
    find: "return build.compare('<', right, left);",
    replace: "return build.compare('<=', right, left);",
  },
  {
    what: 'nodes are mixed up where only the comparison differs',
    file: build,
    find: 'JSON.stringify(node, (_, value) =>',
    replace: "JSON.stringify(node, (name, value) => name === 'op' ? '' :",
  },
  {
    what: 'a fact that does not exist has the value that was said',
    file: build,
    find: 'this.select(this.expression(onlyIf), value, this.none())',
    replace: 'value',
  },
  {
    what: 'what does not exist counts as nothing, not as what the file says',
    file: build,
    find: 'return noneIs === undefined ? there : this.ifNone(there, this.literal(noneIs));',
    replace: 'return there;',
  },
  {
    what: 'every member has the figure of the first',
    file: build,
    find: '`figure ${id} #${member}`',
    replace: '`figure ${id}`',
  },
  {
    what: 'abs keeps the sign',
    file: expression,
    find: 'return build.greatest([of, build.negated(of)]);',
    replace: 'return of;',
  },
  {
    what: 'a guarded quotient may have the range of the quotient as its divisor',
    file: expression,
    find: "'range' in e.right && e.right.range !== undefined ? e.right.range : e.range",
    replace: 'e.range',
  },
  {
    what: '`if_none` lets none pass',
    file: expression,
    find: 'return build.ifNone(lower(e.of), lower(e.otherwise));',
    replace: 'return lower(e.of);',
  },
  {
    what: '`has_all` is met by any',
    file: expression,
    find: "e.op === 'has_any' ? build.any(each) : build.all(each)",
    replace: 'build.any(each)',
  },
  {
    what: 'the first option of a set is not counted',
    file: expression,
    find: 'build.sum([nothing, ...options.map((_, i) =>',
    replace: 'build.sum([nothing, ...options.slice(1).map((_, i) =>',
  },
  {
    what: 'from and to are mixed up',
    file: expression,
    find: 'const of = [lower(e.from), lower(e.to)];',
    replace: 'const of = [lower(e.to), lower(e.from)];',
  },
  {
    what: 'months always end on their last day',
    file: expression,
    find: "const over = build.dates.month_end ?? 'last_day';",
    replace: "const over = 'last_day' as const;",
  },
  {
    what: 'leap birthdays are always on 28 February',
    file: expression,
    find: "leap: build.dates.leap_birthday ?? '02-28'",
    replace: "leap: '02-28'",
  },
  {
    what: 'a layer by date begins a day late',
    file: lookup,
    find: "return build.select(build.compare('<=', build.day(from), day), lower(is), rest);",
    replace: "return build.select(build.compare('<', build.day(from), day), lower(is), rest);",
  },
  {
    what: 'what held before the first layer is forgotten',
    file: lookup,
    find: 'begun, before() ?? begun)',
    replace: 'begun, begun)',
  },
  {
    what: 'today the first layer holds for ever',
    file: lookup,
    find: 'compareDates(from, build.asOf) <= 0).at(-1)',
    replace: 'compareDates(from, build.asOf) <= 0).at(0)',
  },
  {
    what: 'an unknown cell is the same for every member',
    file: lookup,
    find: '`${site}${build.sight.suffix}`',
    replace: 'site',
  },
  {
    what: 'a cell that the file does not know is 0',
    file: lookup,
    find: 'return build.select(isKnown, value, unknownCell(build, e.site));',
    replace: 'return value;',
  },
  {
    what: 'flags of a table are turned round',
    file: lookup,
    find: "build.compare('=', number, build.constant(ONE))",
    replace: "build.compare('=', number, build.constant(ZERO))",
  },
  {
    what: '`each_more` adds one too many',
    file: lookup,
    find: 'build.code(-last.high)',
    replace: 'build.code(1 - last.high)',
  },
  {
    what: 'the last whole number of a key is outside',
    file: lookup,
    find: "build.select(build.compare('<=', value, build.constant(high)), row, outside)",
    replace: "build.select(build.compare('<', value, build.constant(high)), row, outside)",
  },
  {
    what: 'the first whole number of a key is outside',
    file: lookup,
    find: "build.select(build.compare('<=', build.constant(low), value), row, outside)",
    replace: "build.select(build.compare('<', build.constant(low), value), row, outside)",
  },
  {
    what: 'every slice of a schedule begins where the first ends',
    file: lookup,
    find: 'from = upTo;',
    replace: 'from = from ?? upTo;',
  },
  {
    what: 'a schedule falls below its least',
    file: lookup,
    find: 'return atLeast === undefined ? sum : build.greatest([sum, build.constant(atLeast)]);',
    replace: 'return sum;',
  },
  {
    what: 'people who are not there are counted',
    file: people,
    find: 'build.all([there, look(e.where)])',
    replace: 'look(e.where)',
  },
  {
    what: '`all` is asked also of those for whom the condition does not hold',
    file: people,
    find: 'build.any([build.not(counts), of as Handle])',
    replace: 'of as Handle',
  },
  {
    what: 'the sum is of all, whether the condition holds or not',
    file: people,
    find: '...all.map(({ counts, of }) => build.select(counts, of as Handle, nothing)),',
    replace: '...all.map(({ of }) => of as Handle),',
  },
  {
    what: 'the lowest of one is none',
    file: people,
    find: 'build.select(build.isNone(best), mine, pick([best, mine]))',
    replace: 'pick([best, mine])',
  },
  {
    what: 'the first option is the last',
    file: people,
    find: 'return holds.reduceRight<Handle>(',
    replace: 'return holds.reduce<Handle>(',
  },
];
