import type { Determination } from '../../src/determine/index.js';
import type {
  CheckedPart,
  CheckedValue,
  Expression,
  LinkedCategory,
  LinkedFact,
  LinkedProgramme,
  LinkedVeto,
  RuleSet,
  TableDocument,
} from '../../src/rules/index.js';
import { compare, ZERO } from '../../src/value/index.js';
import { expressionsOf, partsOf, valuesOf } from './arbitrary/walk.js';

/** Counts in how many of all pairs something occurred, and prints it. */
export class Tally {
  private readonly counts = new Map<string, number>();
  total = 0;

  /** One pair, and everything that occurred in it. */
  add(names: Iterable<string>): void {
    this.total += 1;
    for (const name of new Set(names)) this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  percent(name: string): number {
    return (100 * (this.counts.get(name) ?? 0)) / (this.total === 0 ? 1 : this.total);
  }

  /** Names below `percent`, in order. */
  below(percent: number, names: readonly string[]): readonly string[] {
    return names.filter((name) => this.percent(name) < percent);
  }

  table(title: string, names: readonly string[]): string {
    const cells = names.map((name) => `${this.percent(name).toFixed(1).padStart(5)} % ${name}`.padEnd(36));
    const lines: string[] = [];
    for (let i = 0; i < cells.length; i += 3) lines.push(`  ${cells.slice(i, i + 3).join('')}`.trimEnd());
    return `${title}\n${lines.join('\n')}`;
  }
}

/** Every construct of the rule language, as the account of the distribution names it. */
export const CONSTRUCTS: readonly string[] = [
  ...['flag', 'choice', 'number'].map((type) => `fact ${type}`),
  ...['ask', 'block', 'assume', 'no_points'].map((policy) => `unknown: ${policy}`),
  ...['higher', 'lower', 'if_true', 'if_false', 'none', 'in order'].map((worse) => `worse: ${worse}`),
  'origin: enrolment',
  'choice shared',
  'choice inline',
  'choice ordered',
  'range below 0',
  'step given',
  ...['table 1 key', 'table 2 keys', 'table by flag', 'table by tier', 'table otherwise'],
  ...['number', 'flag', 'choice'].map((type) => `figure ${type}`),
  ...['formula', 'options', 'bands', 'best_of'].flatMap((kind) => [`figure ${kind}`, `part ${kind}`]),
  'part section',
  ...['below', 'up_to', 'from', 'below and up_to'].map((edge) => `bands ${edge}`),
  'bands of a quotient',
  'options otherwise',
  ...['+', '-', '*', '/'].map((op) => `formula ${op}`),
  ...['=', '!=', '<', '<=', '>', '>='].map((op) => `formula ${op}`),
  ...['min', 'max', 'abs', 'clamp', 'negative', 'if', 'and', 'or', 'not', 'in', 'table'].map(
    (f) => `formula ${f}`,
  ),
  ...['percent', 'unit', 'true or false'].map((f) => `formula ${f}`),
  'order of options',
  'quotient compared',
  ...['half_up', 'half_away', 'half_even', 'up', 'down', 'toward_zero'].map((mode) => `round ${mode}`),
  ...['when', 'at_least', 'at_most', 'weight'].map((key) => `part ${key}`),
  'weight as fraction',
  ...['sum', 'best', 'least'].map((take) => `take ${take}`),
  'section in section',
  'points below 0',
  ...['list', 'when', 'list and when'].map((ground) => `category ${ground}`),
  'category score_tier',
  'category floor',
  'category no floor',
  'category row',
  ...[1, 2, 3, 4, 5].map((n) => `${n} tiers`),
  ...['not_recognised', 'zero_score', 'cap'].map((effect) => `veto ${effect}`),
  'veto unless',
  'veto review',
  'veto floor_wins',
  'scope',
  ...['formula', 'options', 'bands', 'best_of', 'unstated', 'table'].map((form) => `amount ${form}`),
  'amount of facts',
  'programme by tier',
];

/** What a determination can say, as the account of the distribution names it. */
export const SAID: readonly string[] = [
  ...['scoreReaches', 'scoreBelowAll', 'floorLifts', 'floorHolds', 'vetoLowers', 'vetoYieldsToFloor'],
  ...['zeroScoreVeto', 'decidedByPerson', 'missingFact', 'openMatch', 'conflict', 'vetoAgainstFloor'],
  ...['granted', 'notEntitled', 'open'].map((state) => `award ${state}`),
  'amount between',
  'several tiers possible',
  'settled though not all is known',
];

/** What one determination says. */
export function saidBy({ outcome, reasons, open, awards, recommended }: Determination): readonly string[] {
  return [
    ...reasons.map((reason) => reason.code),
    ...(open?.because ?? []),
    ...awards.map((award) => `award ${award.state}`),
    ...names({
      'amount between': awards.some((award) => award.between !== undefined),
      'several tiers possible': (open?.tiers.length ?? 0) > 1,
      'settled though not all is known': outcome === 'determined' && recommended?.score === undefined,
    }),
  ];
}

/** Which constructs a rule set uses. */
export function constructsOf(rules: RuleSet): ReadonlySet<string> {
  const found = new Set([
    ...rules.facts.flatMap((fact) => inFact(rules, fact)),
    ...Object.values(rules.document.tables).flatMap(inTable),
    ...rules.figures.flatMap((figure) => [`figure ${figure.type.kind}`, `figure ${figure.value.kind}`]),
    ...[...partsOf(rules.score)].flatMap(({ part, depth }) => inPart(part, depth)),
    ...[...valuesOf(rules)].flatMap(inValue),
    ...[...expressionsOf(rules)].flatMap(inFormula),
    ...rules.categories.flatMap((category) => inCategory(rules, category)),
    `${rules.tiers.length} tiers`,
    ...rules.vetoes.flatMap((veto) => inVeto(rules, veto)),
    ...(rules.scope.length > 0 ? ['scope'] : []),
    ...rules.programmes.flatMap(inProgramme),
  ]);
  const text = JSON.stringify(rules.document);
  for (const [name, pattern] of WRITTEN) if (pattern.test(text)) found.add(name);
  return found;
}

/** What shows only in how a file is written. */
const WRITTEN: readonly (readonly [string, RegExp])[] = [
  ['formula clamp', /clamp\(/],
  ['formula percent', /[0-9]%/],
  ['formula unit', /[0-9]\[/],
  ['options otherwise', /"kind":"options","of":"[^"]*","options":\{[^}]*\},"otherwise"/],
];

const names = (of: Readonly<Record<string, boolean>>): readonly string[] =>
  Object.keys(of).filter((name) => of[name] === true);

function inFact(rules: RuleSet, { document, type, options, unknown, range }: LinkedFact): readonly string[] {
  const { choice, step, worse } = document;
  return [
    `fact ${type.kind}`,
    `unknown: ${unknown.policy}`,
    `worse: ${typeof worse === 'string' ? worse : 'in order'}`,
    ...names({
      'origin: enrolment': document.origin === 'enrolment',
      'choice shared': options.length > 0 && choice?.startsWith('scale') === true,
      'choice inline': options.length > 0 && choice?.startsWith('scale') === false,
      'choice ordered': choice !== undefined && rules.choices[choice]?.ordered === true,
      'range below 0': range !== undefined && compare(range.low, ZERO) < 0,
      'step given': step !== undefined && !['1', '0.01'].includes(step),
    }),
  ];
}

function inTable(table: TableDocument): readonly string[] {
  return [
    table.keys.length === 1 ? 'table 1 key' : 'table 2 keys',
    ...table.keys.map((key) => `table by ${key.type}`),
    ...names({ 'table otherwise': table.otherwise !== undefined }),
  ];
}

function inPart(part: CheckedPart, depth: number): readonly string[] {
  const { value, when, atLeast, atMost, weight, extent } = part;
  return [
    // The score itself is always a section.
    ...(depth === 0 ? [] : [`part ${value.kind}`]),
    ...(value.kind === 'section' ? [`take ${value.take}`] : []),
    ...names({
      'part when': when !== undefined,
      'part at_least': atLeast !== undefined,
      'part at_most': atMost !== undefined,
      'part weight': weight !== undefined,
      'weight as fraction': weight !== undefined && [3n, 7n].includes(weight.d),
      'points below 0': extent.range !== undefined && compare(extent.range.low, ZERO) < 0,
      'section in section': value.kind === 'section' && depth > 1,
    }),
  ];
}

function inValue(value: CheckedValue): readonly string[] {
  if (value.kind !== 'bands') return [];
  const edges = new Set(value.bands.map((band) => band.edge));
  const quotient = 'places' in value.of && value.of.places === null;
  return [
    ...[...edges].map((edge) => `bands ${edge}`),
    ...names({ 'bands below and up_to': edges.size > 1, 'bands of a quotient': quotient }),
  ];
}

function inFormula(e: Expression): readonly string[] {
  switch (e.kind) {
    case 'compare': {
      const choice = e.left.type.kind === 'choice' && /[<>]/.test(e.op);
      const quotient = 'places' in e.left && e.left.places === null;
      return [`formula ${e.op}`, ...names({ 'order of options': choice, 'quotient compared': quotient })];
    }
    case 'arithmetic':
      return [`formula ${e.op}`];
    case 'round':
      return [`round ${e.mode}`];
    case 'least':
      return ['formula min'];
    case 'greatest':
      return ['formula max'];
    case 'negate':
      return ['formula negative'];
    case 'lookup':
      return ['formula table'];
    case 'flag':
      return ['formula true or false'];
    default:
      return [`formula ${e.kind}`];
  }
}

function inCategory(rules: RuleSet, { id, list, row, when, floor }: LinkedCategory): readonly string[] {
  const grounds = names({ list: list !== undefined, when: when !== undefined });
  return [
    `category ${grounds.join(' and ')}`,
    floor === undefined ? 'category no floor' : 'category floor',
    ...names({
      'category row': row !== undefined,
      'category score_tier': rules.document.categories[id]?.when?.includes('score_tier') === true,
    }),
  ];
}

function inVeto(rules: RuleSet, { id, unless, againstFloor }: LinkedVeto): readonly string[] {
  const effect = rules.document.vetoes[id]?.effect;
  return [
    `veto ${typeof effect === 'string' ? effect : 'cap'}`,
    `veto ${againstFloor}`,
    ...names({ 'veto unless': unless !== undefined }),
  ];
}

function inProgramme({ document, amount }: LinkedProgramme): readonly string[] {
  const text = JSON.stringify(document.amount);
  return [
    `amount ${document.amount.kind}`,
    ...names({
      'programme by tier': /\btier\b/.test(document.for),
      'amount table': /\bt[0-9]\[/.test(text),
      'amount of facts': amount !== null && /\bf[0-9]/.test(text),
    }),
  ];
}
