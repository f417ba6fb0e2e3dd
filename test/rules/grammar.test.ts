import { expect, test } from 'vitest';
import { type Formula, FUNCTIONS, RESERVED, SPANS } from '../../src/rules/formula/ast.js';
import { GRAMMAR, PICKS, VALUES } from '../../src/rules/formula/parser/words.js';
import { parseFormula } from '../../src/rules/formula/parser.js';
import { printFormula } from '../../src/rules/formula/print.js';

// How formulas are read: who belongs to whom, and where exactly a formula is refused.

/** A tree with every belonging written out: `(+ a (* b c))`. */
function shape(f: Formula): string {
  const all = (head: string, ...of: readonly (Formula | string | undefined)[]): string =>
    `(${[head, ...of.filter((one) => one !== undefined).map((one) => (typeof one === 'string' ? one : shape(one)))].join(' ')})`;
  const at = (text: string, date: Formula | undefined): string =>
    date === undefined ? text : all('at', text, date);
  switch (f.kind) {
    case 'number':
      return `${f.text}${f.percent ? '%' : ''}${f.unit === null ? '' : `[${f.unit}]`}`;
    case 'span':
      return `${f.count}·${f.unit}`;
    case 'flag':
      return String(f.value);
    case 'none':
      return 'none';
    case 'name':
      return at(f.id, f.dated);
    case 'lookup':
      return at(all(`${f.table}[]${f.column === undefined ? '' : `.${f.column}`}`, ...f.keys), f.dated);
    case 'call':
      return all(f.name, ...f.args);
    case 'marginal':
      return all('marginal', at(all(f.schedule, ...f.keys), f.dated), f.of);
    case 'has':
      return all(f.op, f.fact, ...f.options);
    case 'people':
      return all(`${f.op}:people`, f.people, f.of, f.where && all('where', f.where));
    case 'pick':
      return all(`${f.op}:choice`, f.variable, f.choice, f.where);
    case 'negate':
      return all('-', f.of);
    case 'arithmetic':
    case 'compare':
      return all(f.op, f.left, f.right);
    case 'in':
      return all(f.negated ? 'not-in' : 'in', f.left, ...f.options);
    case 'isNone':
      return all(f.negated ? 'is-not-none' : 'is-none', f.of);
    case 'ifNone':
      return all('if_none', f.of, f.otherwise);
    case 'and':
    case 'or':
      return all(f.kind, ...f.of);
    case 'not':
      return all('not', f.of);
    case 'if':
      return all('if', f.when, f.then, f.otherwise);
  }
}

/** What is written, how it is read, and its canonical text where that differs. */
const READ: readonly (readonly [text: string, read: string, printed?: string])[] = [
  // Numbers, units, spans
  ['1_000', '1000', '1000'],
  ['35%', '35%'],
  ['12 [ month / year ]', '12[month/year]', '12[month/year]'],
  ['1[CNY*1/year/person]', '1[CNY*1/year/person]'],
  ['d + 2 years', '(+ d 2·year)'],
  ['d + 2 year', '(+ d 2·year)', 'd + 2 years'],
  ['d + 1 years', '(+ d 1·year)', 'd + 1 year'],
  ['d - 60days', '(- d 60·day)', 'd - 60 days'],
  ['d + 1 month - 2 weeks', '(- (+ d 1·month) 2·week)'],
  ['d + 1_000 days <= as_of', '(<= (+ d 1000·day) as_of)', 'd + 1000 days <= as_of'],
  // Sums, products, quotients
  ['a + b * c', '(+ a (* b c))'],
  ['a - b - c', '(- (- a b) c)'],
  ['a - (b - c)', '(- a (- b c))'],
  ['a * b / c', '(/ (* a b) c)'],
  ['a * (b / c)', '(* a (/ b c))'],
  ['(a / b) * c', '(* (/ a b) c)'],
  ['(a / b) / c', '(/ (/ a b) c)'],
  ['a / (b * c)', '(/ a (* b c))'],
  ['(a * b) * c', '(* (* a b) c)', 'a * b * c'],
  ['-a * -b', '(* (- a) (- b))'],
  ['-(a + b)', '(- (+ a b))'],
  ['a - -b', '(- a (- b))'],
  // none
  ['a if_none 1 + 2', '(if_none a (+ 1 2))'],
  ['a + b if_none 1', '(if_none (+ a b) 1)'],
  ['a + (b if_none 1)', '(+ a (if_none b 1))'],
  ['x if_none -1 = y', '(= (if_none x (- 1)) y)'],
  ['x = y if_none 0', '(= x (if_none y 0))'],
  ['(x if_none y) if_none 0', '(if_none (if_none x y) 0)'],
  ['number_of[best] if_none -1', '(if_none (number_of[] best) (- 1))'],
  ['x + 1 is none', '(is-none (+ x 1))'],
  ['x if_none y is not none and p', '(and (is-not-none (if_none x y)) p)'],
  ['if p then none else x', '(if p none x)'],
  ['t in [none, x if_none 1]', '(in t none (if_none x 1))'],
  // Tests and logic
  ['not a and not b', '(and (not a) (not b))'],
  ['not score.family.rural', '(not score.family.rural)'],
  ['not (a is none)', '(not (is-none a))'],
  ['not t[k].open at d', '(not (at (t[].open k) d))'],
  ['a = b and c < d', '(and (= a b) (< c d))'],
  ['(a = b) = c', '(= (= a b) c)'],
  ['a not in [x, y] or p', '(or (not-in a x y) p)'],
  ['a and (b and c)', '(and a (and b c))'],
  ['(a and b) or c', '(or (and a b) c)'],
  ['if a then b else c and d', '(if a b (and c d))'],
  ['(if a then b else c) + d', '(+ (if a b c) d)'],
  ['if a then if b then c else d else e', '(if a (if b c d) e)'],
  // Names, paths, tables, dates
  ['score.family . rural', 'score.family.rural', 'score.family.rural'],
  ['score.count + score.first.if', '(+ score.count score.first.if)'],
  ['tier >= hard', '(>= tier hard)'],
  ['loan[y, r].most * 2', '(* (loan[].most y r) 2)'],
  ['loan[y, a + 1].most at d', '(at (loan[].most y (+ a 1)) d)'],
  ['limit at d + 1', '(+ (at limit d) 1)'],
  ['limit at (d + 1 year)', '(at limit (+ d 1·year))'],
  ['-limit at d', '(- (at limit d))'],
  ['limit at (other at d)', '(at limit (at other d))'],
  ['minimum_wage at date(year(as_of) - 2, 7, 1)', '(at minimum_wage (date (- (year as_of) 2) 7 1))'],
  // Calls
  ['round(x / 3, 1, half_up)', '(round (/ x 3) 1 half_up)'],
  ['clamp(x, -1, max(a, b))', '(clamp x (- 1) (max a b))'],
  [
    'age(birth, as_of) - own_children * 1[year/person] <= age_limit',
    '(<= (- (age birth as_of) (* own_children 1[year/person])) age_limit)',
  ],
  ['months_between(a, b) + days_between(a, b)', '(+ (months_between a b) (days_between a b))'],
  ['month (d)', '(month d)', 'month(d)'],
  ['marginal(s, x + 1)', '(marginal (s) (+ x 1))'],
  ['marginal(s[k, 2], x)', '(marginal (s k 2) x)'],
  ['marginal(s at d, x)', '(marginal (at (s) d) x)'],
  ['marginal(s[k] at (d - 1 year), x)', '(marginal (at (s k) (- d 1·year)) x)'],
  ['has_any(assets, [villa, car]) and p', '(and (has_any assets villa car) p)'],
  ['not has_all(marks, [ill])', '(not (has_all marks ill))'],
  // People and choices
  ['count(family)', '(count:people family)'],
  ['any(family)', '(any:people family)'],
  ['count(family where a and b)', '(count:people family (where (and a b)))'],
  ['any(family where age(birth, as_of) < 18)', '(any:people family (where (< (age birth as_of) 18)))'],
  ['sum(wages - tax of earners)', '(sum:people earners (- wages tax))'],
  ['sum(wages of earners where p or q)', '(sum:people earners wages (where (or p q)))'],
  ['lowest(a if_none 0 of family) * 2', '(* (lowest:people family (if_none a 0)) 2)'],
  ['highest(if p then a else b of family)', '(highest:people family (if p a b))'],
  ['all(k in [x, y] of family)', '(all:people family (in k x y))'],
  [
    'sum(marginal(health[filing], wages) of returns)',
    '(sum:people returns (marginal (health filing) wages))',
  ],
  ['sum(count(others where p) of family)', '(sum:people family (count:people others (where p)))'],
  [
    'last(t in level where income <= ceiling[t, points])',
    '(last:choice t level (<= income (ceiling[] t points)))',
  ],
  ['first(t in tier where p) if_none x', '(if_none (first:choice t tier p) x)'],
  ['count(t in year where p) + 1', '(+ (count:choice t year p) 1)'],
  ['any(t in level where t in [x])', '(any:choice t level (in t x))'],
];

test.each(READ.map(([text, read, printed = text]) => ({ text, read, printed })))(
  '$text',
  ({ text, read, printed }) => {
    const parsed = parseFormula(text);
    expect(parsed.ok ? shape(parsed.formula) : 'refused').toBe(read);
    if (parsed.ok) expect(printFormula(parsed.formula)).toBe(printed);
  },
);

test('a node begins where its text begins', () => {
  const text = 'if p then a + limit at d else last(t in level where x is none)';
  const parsed = parseFormula(text);
  if (!parsed.ok || parsed.formula.kind !== 'if') throw new Error('refused');
  const { then, otherwise } = parsed.formula;
  if (then.kind !== 'arithmetic' || then.right.kind !== 'name' || otherwise.kind !== 'pick')
    throw new Error('misread');
  const begins = [then, then.right, then.right.dated, otherwise, otherwise.where].map((f) =>
    text.slice(f?.at).replace(/ .*/, ''),
  );
  expect(begins).toEqual(['a', 'limit', 'd', 'last(t', 'x']);
});

/** The formulas right inside one, and the names in it that stand at places of their own. */
function partsOf(f: Formula): {
  readonly inside: readonly Formula[];
  readonly named: readonly (readonly [name: string, at: number])[];
} {
  const dated = 'dated' in f && f.dated !== undefined ? [f.dated] : [];
  const at = (names: readonly string[], places: readonly number[] = []) =>
    names.map((name, i) => [name, places[i] ?? -1] as const);
  switch (f.kind) {
    case 'lookup':
      return { inside: [...f.keys, ...dated], named: f.column === undefined ? [] : at([f.column], f.places) };
    case 'name':
      return { inside: dated, named: [] };
    case 'call':
      return { inside: f.args, named: [] };
    case 'marginal':
      return { inside: [...f.keys, ...dated, f.of], named: at([f.schedule], f.places) };
    case 'has':
      return { inside: [], named: at([f.fact, ...f.options], f.places) };
    case 'people': {
      const inside = [f.of, f.where].filter((one) => one !== undefined);
      return { inside, named: at([f.people], f.places) };
    }
    case 'pick':
      return { inside: [f.where], named: at([f.variable, f.choice], f.places) };
    case 'negate':
    case 'not':
    case 'isNone':
      return { inside: [f.of], named: [] };
    case 'arithmetic':
    case 'compare':
      return { inside: [f.left, f.right], named: [] };
    case 'in':
      return { inside: [f.left, ...f.options], named: [] };
    case 'ifNone':
      return { inside: [f.of, f.otherwise], named: [] };
    case 'and':
    case 'or':
      return { inside: f.of, named: [] };
    case 'if':
      return { inside: [f.when, f.then, f.otherwise], named: [] };
    default:
      return { inside: [], named: [] };
  }
}

test('every piece of a formula, and every name in it, knows where it stands', () => {
  const first = (text: string): string => /^\(*([a-z_]+|[0-9.]+|.)/.exec(text)?.[1] ?? '';
  let seen = 0;
  const walk = (text: string, f: Formula): void => {
    seen += 1;
    // Underscores are no part of what is printed.
    const here = text.slice(f.at).replace(/(?<=[0-9])_(?=[0-9])/g, '');
    expect(here.startsWith(first(printFormula(f))), `${text}: ${printFormula(f)}`).toBe(true);
    const { inside, named } = partsOf(f);
    for (const [name, at] of named) expect(text.slice(at).startsWith(name), `${text}: ${name}`).toBe(true);
    for (const one of inside) walk(text, one);
  };
  for (const [text] of READ) {
    const parsed = parseFormula(text);
    if (parsed.ok) walk(text, parsed.formula);
  }
  expect(seen).toBeGreaterThan(300);
});

/** A formula with a mark before the place where it is refused, the code, and the values of the sentence. */
const syntax = (found: string, expected: string) => ['rules.syntax', { found, expected }] as const;
const reserved = (name: string) => ['rules.reserved', { name }] as const;
const REFUSED: readonly (readonly [
  marked: string,
  code: string,
  values: Readonly<Record<string, string | number>>,
])[] = [
  // Two readings
  ['a and b ‸or c', 'rules.mixedLogic', {}],
  ['a or b or c ‸and d', 'rules.mixedLogic', {}],
  ['a < b ‸< c', 'rules.chained', {}],
  ['a = b ‸in [c]', 'rules.chained', {}],
  ['a = b ‸not in [c]', 'rules.chained', {}],
  ['a in [b] ‸= c', 'rules.chained', {}],
  ['a is none ‸= b', 'rules.chained', {}],
  ['a < b ‸is none', 'rules.chained', {}],
  ['a / b ‸* c', 'rules.quotientOrder', {}],
  ['a / b ‸/ c', 'rules.quotientOrder', {}],
  ['not a ‸= b', ...syntax('=', 'end')],
  ['not a ‸is none', ...syntax('is', 'end')],
  ['not ‸-a', ...syntax('-', 'value')],
  ['a if_none b ‸if_none c', ...syntax('if_none', 'end')],
  ['limit at d ‸at e', ...syntax('at', 'end')],
  ['limit at t‸[k]', ...syntax('[', 'end')],
  ['a + ‸if p then b else c', ...syntax('if', 'value')],
  // Pieces that are missing or too many
  ['‸', ...syntax('∎', 'value')],
  ['a +‸', ...syntax('∎', 'value')],
  ['(a + b‸', ...syntax('∎', ')')],
  ['a ‸b', ...syntax('b', 'end')],
  ['a ‸)', ...syntax(')', 'end')],
  ['if p then a‸', ...syntax('∎', 'else')],
  ['a ‸then b', ...syntax('then', 'end')],
  ['a is ‸b', ...syntax('b', 'none')],
  ['a not ‸b', ...syntax('b', 'in')],
  ['a in ‸(b)', ...syntax('(', '[')],
  ['t[‸]', ...syntax(']', 'value')],
  ['t[k].‸2', ...syntax('2', 'name')],
  ['t[k]‸[j]', ...syntax('[', 'end')],
  ['t[k].a‸.b', ...syntax('.', 'end')],
  ['(a)‸.b', ...syntax('.', 'end')],
  ['(limit) ‸at d', ...syntax('at', 'end')],
  ['a.b‸[k]', ...syntax('[', 'end')],
  ['score‸[k]', ...syntax('[', 'end')],
  ['1[‸]', ...syntax(']', 'unit')],
  ['1[CNY ‸year]', ...syntax('year', ']')],
  ['1[CNY/‸2]', ...syntax('2', 'unit')],
  ['‸CNY', ...syntax('CNY', 'value')],
  ['a ‸＝ b', ...syntax('＝', 'formula')],
  ['a = ‸“b”', ...syntax('“', 'formula')],
  ['a + ‸𠮷', ...syntax('𠮷', 'formula')],
  // Numbers and spans
  ['a + ‸007', 'rules.number', { found: '007' }],
  ['date(y, ‸07, 1)', 'rules.number', { found: '07' }],
  ['2024-‸08-01', 'rules.dateInFormula', { found: '08' }],
  ['d >= 2024 - ‸08 - 01', 'rules.dateInFormula', { found: '08' }],
  ['2024 + ‸08', 'rules.number', { found: '08' }],
  ['a - ‸08', 'rules.number', { found: '08' }],
  ['‸08 - 2024', 'rules.number', { found: '08' }],
  ['a + ‸00', 'rules.number', { found: '00' }],
  ['a + ‸0_1', 'rules.number', { found: '0_1' }],
  ['a + ‸01%', 'rules.number', { found: '01%' }],
  ['d + ‸1.5 years', 'rules.span', { found: '1.5 years' }],
  ['d + ‸50% years', 'rules.span', { found: '50% years' }],
  ['d + ‸01 year', 'rules.span', { found: '01 year' }],
  ['age(b, d) <= ‸25 years', 'rules.span', { alone: '25 years' }],
  ['‸2 years + d', 'rules.span', { alone: '2 years' }],
  ['d + -‸2 years', 'rules.span', { alone: '2 years' }],
  ['d + (‸2 years)', 'rules.span', { alone: '2 years' }],
  ['d + a * ‸2 years', 'rules.span', { alone: '2 years' }],
  ['x / ‸2 weeks', 'rules.span', { alone: '2 weeks' }],
  ['d + 2 years ‸* 3', ...syntax('*', 'end')],
  // Words of the language name nothing
  ['a + ‸then', ...syntax('then', 'value')],
  ['‸and', ...syntax('and', 'value')],
  ['1 + ‸not a', ...syntax('not', 'value')],
  ['1 + ‸where(a)', ...syntax('where', 'value')],
  ['‸age <= 10', ...reserved('age')],
  ['a + ‸year', ...reserved('year')],
  ['a + ‸days', ...reserved('days')],
  ['‸count = 1', ...reserved('count')],
  ['‸min[k]', ...reserved('min')],
  ['‸half_up', ...reserved('half_up')],
  ['round(‸half_up, 1, half_up)', ...reserved('half_up')],
  ['round(x, 1, ‸year)', ...reserved('year')],
  ['round(x, 1, half_up ‸+ 1)', ...syntax('+', ')')],
  ['count(‸year)', ...reserved('year')],
  ['count(‸where p)', ...syntax('where', 'name')],
  ['sum(a of ‸tier)', ...reserved('tier')],
  ['last(‸score in level where p)', ...reserved('score')],
  ['last(t in ‸where where p)', ...syntax('where', 'name')],
  ['has_any(s, [a, ‸up])', ...reserved('up')],
  ['marginal(‸max, x)', ...reserved('max')],
  // Calls
  ['‸sqrt(x)', 'rules.unknownFunction', { name: 'sqrt' }],
  ['1 + ‸roundd(x, 1, up)', 'rules.unknownFunction', { name: 'roundd', near: 'round' }],
  ['‸month_between(a, b)', 'rules.unknownFunction', { name: 'month_between', near: 'months_between' }],
  ['‸cuont(family)', 'rules.unknownFunction', { name: 'cuont', near: 'count' }],
  ['‸marginl(s, x)', 'rules.unknownFunction', { name: 'marginl', near: 'marginal' }],
  ['‸constructor(a)', 'rules.unknownFunction', { name: 'constructor' }],
  ['‸cohort_median(a, b)', 'rules.unknownFunction', { name: 'cohort_median' }],
  ['‸day(d)', 'rules.unknownFunction', { name: 'day' }],
  ['a + ‸round(x, 1)', 'rules.arguments', { name: 'round', found: 2, needed: '3' }],
  ['‸min(x)', 'rules.arguments', { name: 'min', found: 1, needed: '2–16' }],
  ['‸age(a, b, c)', 'rules.arguments', { name: 'age', found: 3, needed: '2' }],
  ['‸marginal(s)', 'rules.arguments', { name: 'marginal', found: 1, needed: '2' }],
  ['‸marginal(s, x, y)', 'rules.arguments', { name: 'marginal', found: 3, needed: '2' }],
  ['marginal(s ‸+ 1, x)', ...syntax('+', ',')],
  ['marginal(‸2, x)', ...syntax('2', 'name')],
  ['min(‸)', ...syntax(')', 'value')],
  ['min(a ‸of b)', ...syntax('of', ')')],
  ['has_any(s‸)', ...syntax(')', ',')],
  ['has_any(s, ‸a)', ...syntax('a', '[')],
  ['has_any(s, [‸])', ...syntax(']', 'name')],
  ['has_any(s, [a]‸, b)', ...syntax(',', ')')],
  // People and choices
  ['count(‸)', ...syntax(')', 'name')],
  ['count(family‸, b)', ...syntax(',', ')')],
  ['any(in_school ‸of family)', ...syntax('of', ')')],
  ['sum(a‸)', ...syntax(')', 'of')],
  ['sum(a‸, b)', ...syntax(',', 'of')],
  ['all(family ‸where p)', ...syntax('where', 'of')],
  ['first(family ‸where p)', ...syntax('where', 'in')],
  ['last(t in level‸)', ...syntax(')', 'where')],
  ['count(t in ‸[a] where p)', ...syntax('[', 'name')],
  ['sum(a of family where ‸)', ...syntax(')', 'value')],
];

test.each(REFUSED)('%s', (marked, code, values) => {
  const at = marked.indexOf('‸');
  const parsed = parseFormula(marked.replace('‸', ''));
  const { issue, at: found } = parsed.ok ? { issue: undefined, at: undefined } : parsed;
  expect({ code: issue?.code, values: issue?.values, at: found }).toEqual({ code, values, at });
});

test('of the reserved words exactly the names of values stand alone, and the words of the grammar never', () => {
  const spans = SPANS.flatMap((unit) => [unit, `${unit}s`]);
  const uses = new Map<string, string>();
  for (const word of RESERVED) {
    const alone = parseFormula(word);
    if (alone.ok) uses.set(word, alone.formula.kind);
    else uses.set(word, alone.issue.code);
  }
  expect([...uses].filter(([, use]) => use === 'name').map(([word]) => word)).toEqual([...VALUES]);
  expect([...uses].filter(([, use]) => use === 'rules.syntax').map(([word]) => word)).toEqual(
    [...GRAMMAR].filter((word) => !['none', 'true', 'false'].includes(word)),
  );
  for (const word of [...Object.keys(FUNCTIONS), ...PICKS, ...spans]) {
    expect(uses.get(word), word).toBe('rules.reserved');
  }
});
