import type { Determination } from '../../src/determine/index.js';
import type { LinkedCategory, LinkedProgramme, LinkedVeto, RuleSet } from '../../src/rules/index.js';
import { expressionsOf, partsOf, valuesOf } from './arbitrary/walk.js';
import { FACTS, inFact } from './constructs/facts.js';
import { FORMULAS, inFormula, WRITTEN } from './constructs/formulas.js';
import { inLookUps, LOOK_UPS } from './constructs/look-ups.js';
import { names } from './constructs/names.js';
import { FIGURES, inFigure, inPart, inValue, PARTS } from './constructs/values.js';

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
  ...FACTS,
  ...LOOK_UPS,
  ...FORMULAS,
  ...FIGURES,
  ...PARTS,
  ...['list', 'when', 'list and when'].map((ground) => `category ${ground}`),
  ...['score_tier', 'floor', 'no floor', 'row', 'points', 'bypass', 'evidence'].map(
    (key) => `category ${key}`,
  ),
  ...[1, 2, 3, 4, 5].map((n) => `${n} tiers`),
  ...['tiers from', 'tiers when', 'tiers of', 'no tiers', 'no score', 'ends in outputs', 'outputs'],
  ...['not_recognised', 'zero_score', 'cap', 'unless', 'review', 'floor_wins'].map((key) => `veto ${key}`),
  'scope',
  ...['formula', 'options', 'bands', 'hits', 'first', 'dated', 'unstated', 'table'].map(
    (form) => `amount ${form}`,
  ),
  'amount of facts',
  'programme by tier',
];

/** What a determination can say, as the account of the distribution names it. */
export const SAID: readonly string[] = [
  ...['scoreReaches', 'scoreBelowAll', 'tierApplies', 'noTierApplies', 'bypassGives'],
  ...['floorLifts', 'floorHolds', 'vetoLowers', 'vetoYieldsToFloor', 'zeroScoreVeto', 'decidedByPerson'],
  ...['missingFact', 'openMatch', 'conflict', 'vetoAgainstFloor'],
  ...['fact', 'category', 'veto', 'decision'].map((kind) => `asks for ${kind}`),
  ...['granted', 'notEntitled', 'open'].map((state) => `award ${state}`),
  ...['amount between', 'several tiers possible', 'settled though not all is known'],
  ...[
    'figure shown',
    'figure given',
    'figure is none',
    'part given',
    'could raise',
    'output between',
    'output among',
  ],
  ...['fact.notApplicable', 'fact.afterAsOf', 'fact.role', 'evidence.missing', 'evidence.noted'],
];

/** What is said seldom, since much else has to be settled before it matters. */
export const SELDOM: readonly string[] = [
  ...['discretion', 'asks for points', 'asks for evidence', 'asks for cell', 'fact.people'],
];

/** What one determination says. */
export function saidBy(one: Determination): readonly string[] {
  const { outcome, reasons, open, awards, recommended, figures, trace, couldRaise, issues } = one;
  return [
    ...reasons.map((reason) => reason.code),
    ...(open?.because ?? []),
    ...(open?.questions ?? []).map(({ kind }) => `asks for ${kind}`),
    ...awards.map((award) => `award ${award.state}`),
    ...issues.map(({ code }) => code),
    ...names({
      'amount between': awards.some((award) => award.between !== undefined),
      'several tiers possible': (open?.tiers.length ?? 0) > 1,
      'settled though not all is known': outcome === 'determined' && recommended?.score === undefined,
      'figure shown': figures.length > 0,
      'figure given': figures.some(({ given }) => given === true),
      'figure is none': figures.some(({ value }) => value === 'none'),
      'part given': trace.some(({ given }) => given === true),
      'could raise': couldRaise.length > 0,
      'output between': open?.outputs?.some(({ between }) => between !== undefined) === true,
      'output among': open?.outputs?.some(({ among }) => among !== undefined) === true,
    }),
  ];
}

/** Which constructs a rule set uses. */
export function constructsOf(rules: RuleSet): ReadonlySet<string> {
  const { document } = rules;
  const ofMembers = new Set(rules.figures.filter((one) => one.people !== undefined).map(({ id }) => id));
  const found = new Set([
    ...rules.facts.flatMap((fact) => inFact(rules, fact)),
    ...inLookUps(document),
    ...rules.figures.flatMap((figure) => {
      const written = document.figures[figure.id];
      return inFigure(figure, written?.gives !== undefined, written?.range !== undefined);
    }),
    ...[...partsOf(rules.score)].flatMap(({ part, depth }) => inPart(part, depth)),
    ...[...valuesOf(rules)].flatMap(inValue),
    ...[...expressionsOf(rules)].flatMap((e) => inFormula(e, ofMembers)),
    ...rules.categories.flatMap((category) => inCategory(rules, category)),
    ...inEnd(rules),
    ...rules.routes.flatMap(({ instead }) => ['route', instead ? 'route instead' : 'route best']),
    ...rules.vetoes.flatMap((veto) => inVeto(rules, veto)),
    ...rules.programmes.flatMap(inProgramme),
  ]);
  const text = JSON.stringify(document);
  for (const [name, pattern] of WRITTEN) if (pattern.test(text)) found.add(name);
  return found;
}

function inEnd(rules: RuleSet): readonly string[] {
  const [first] = rules.tiers;
  return [
    ...(first === undefined ? ['no tiers'] : [`${rules.tiers.length} tiers`]),
    ...names({
      'tiers from': first?.from !== undefined,
      'tiers when': first?.when !== undefined,
      'tiers of': rules.tierOf !== null,
      'no score': rules.score === null,
      'ends in outputs': rules.endsInOutputs,
      outputs: rules.outputs.length > 0,
      'two routes': rules.routes.length > 1,
      scope: rules.scope.length > 0,
    }),
  ];
}

function inCategory(rules: RuleSet, category: LinkedCategory): readonly string[] {
  const { id, list, row, when, floor, bypass, points, evidence } = category;
  const grounds = names({ list: list !== undefined, when: when !== undefined });
  return [
    `category ${grounds.join(' and ')}`,
    floor === undefined ? 'category no floor' : 'category floor',
    ...names({
      'category row': row !== undefined,
      'category points': points !== undefined,
      'category bypass': bypass !== undefined,
      'category evidence': evidence !== undefined,
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
