import {
  addRanges,
  civilDate,
  compare,
  error,
  exact,
  floor,
  fromDay,
  type Range,
  subtract,
  toDay,
  type ZERO,
} from '../../value/index.js';
import type { DateRules } from '../document.js';
import type { Formula, SpanUnit } from './ast.js';
import { type Checking, noneOf, numberType, refuse } from './checking.js';
import { DATE, type Expression, type NumberFacts } from './expression.js';
import { printFormula } from './print.js';
import { Refused } from './refused.js';
import { PURE } from './units.js';

type Of<K extends Formula['kind']> = Formula & { readonly kind: K };

const CALENDAR: ReadonlySet<string> = new Set([
  'date',
  'year',
  'month',
  'age',
  'months_between',
  'days_between',
]);
export const isCalendar = (name: string): boolean => CALENDAR.has(name);

/** The least and the most days of one span. */
const DAYS: Readonly<Record<SpanUnit, readonly [number, number]>> = {
  day: [1, 1],
  week: [7, 7],
  month: [28, 31],
  year: [365, 366],
};
const FIRST = exact(BigInt(toDay({ y: 1000, m: 1, d: 1 })));
const LAST = exact(BigInt(toDay({ y: 9999, m: 12, d: 31 })));

/** What a rule file has to have said before months, years and ages can be counted. */
function needsRule(c: Checking, rule: keyof DateRules, at: number): void {
  if (c.names.dates[rule] === undefined) refuse('rules.dateRuleMissing', { rule }, at);
}

const inCalendar = ({ low, high }: Range): Range => ({
  low: compare(low, FIRST) < 0 ? FIRST : low,
  high: compare(high, LAST) > 0 ? LAST : high,
});

/** `date + 2 years`, `date - 60 days`. */
export function moved(c: Checking, f: Of<'arithmetic'>, span: Of<'span'>): Expression {
  if (f.op !== '+' && f.op !== '-')
    throw new Refused(error('rules.type', { found: span.unit, needed: 'number' }), span.at);
  const of = c.date(f.left);
  if (!/^[0-9]{1,6}$/.test(span.count))
    throw new Refused(error('rules.span', { found: printFormula(span) }), span.at);
  if (span.unit === 'month' || span.unit === 'year') needsRule(c, 'month_end', span.at);
  const count = (f.op === '-' ? -1 : 1) * Number(span.count);
  const ends = DAYS[span.unit].map((days) => exact(BigInt(days) * BigInt(count)));
  const [a, b] = ends as [typeof ZERO, typeof ZERO];
  const by = compare(a, b) <= 0 ? { low: a, high: b } : { low: b, high: a };
  const range = inCalendar(addRanges(of.range, by));
  return { kind: 'shift', of, count, unit: span.unit, type: DATE, range, places: 0, size: 0, ...noneOf(of) };
}

export function calendarCall(c: Checking, f: Of<'call'>): Expression {
  switch (f.name) {
    case 'date':
      return dateOf(c, f);
    case 'year':
    case 'month': {
      const of = c.date(f.args[0] as Formula);
      const kind = f.name === 'year' ? 'yearOf' : 'monthOf';
      const range = f.name === 'year' ? yearsOf(of.range) : { low: exact(1n), high: exact(12n) };
      return { kind, of, type: numberType(PURE), range, places: 0, size: 0, ...noneOf(of) };
    }
    default:
      return between(c, f);
  }
}

/** The years of the first and of the last day. */
function yearsOf({ low, high }: Range): Range {
  const year = (day: Range['low']): Range['low'] => exact(BigInt(fromDay(Number(floor(day))).y));
  return { low: year(low), high: year(high) };
}

/** `date(y, 7, 1)`: month and day are written out, and every year has them. */
function dateOf(c: Checking, f: Of<'call'>): Expression {
  const [y, m, d] = f.args as [Formula, Formula, Formula];
  const year = c.number(y, numberType(PURE));
  if (year.places !== 0) throw new Refused(error('rules.keyNotWhole'), y.at);
  const whole = (x: Formula): number =>
    x.kind === 'number' && x.unit === null && !x.percent && /^[0-9]{1,2}$/.test(x.text) ? Number(x.text) : 0;
  const [month, day] = [whole(m), whole(d)];
  if (civilDate(2001, month, day) === null)
    throw new Refused(error('rules.dayOfYear', { month: String(month), day: String(day) }), m.at);
  // The day moves with the year and with nothing else.
  const on = (years: typeof ZERO): typeof ZERO => {
    const y = floor(years) < 1000n ? 1000 : floor(years) > 9999n ? 9999 : Number(floor(years));
    return exact(BigInt(toDay({ y, m: month, d: day })));
  };
  const range = { low: on(year.range.low), high: on(year.range.high) };
  return { kind: 'date', year, month, day, type: DATE, range, places: 0, size: 0, ...noneOf(year) };
}

function between(c: Checking, f: Of<'call'>): Expression {
  const [from, to] = f.args.map((arg) => c.date(arg)) as [Expression & NumberFacts, Expression & NumberFacts];
  const op = f.name === 'age' ? 'age' : f.name === 'months_between' ? 'months' : 'days';
  if (op === 'age') needsRule(c, 'leap_birthday', f.at);
  if (op === 'months') needsRule(c, 'month_end', f.at);
  const days = {
    low: subtract(to.range.low, from.range.high),
    high: subtract(to.range.high, from.range.low),
  };
  const range = op === 'days' ? days : spansIn(days, op === 'age' ? 365n : 28n);
  const unit = op === 'age' ? 'year' : op === 'months' ? 'month' : 'day';
  return {
    kind: 'between',
    op,
    from,
    to,
    type: numberType(unit),
    range,
    places: 0,
    size: 0,
    ...noneOf(from, to),
  };
}

/** Whole spans of at least so many days in a number of days: never too narrow. */
function spansIn({ low, high }: Range, least: bigint): Range {
  const spans = (days: bigint): bigint => (days >= 0n ? days / least + 1n : days / least - 1n);
  const [a, b] = [floor(low), floor(high)];
  // Fewer days than none hold no span; the shortest spans give the most of them on either side.
  return { low: exact(a >= 0n ? 0n : spans(a)), high: exact(b < 0n ? 0n : spans(b)) };
}
