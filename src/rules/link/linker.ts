import {
  compare,
  divide,
  type Exact,
  error,
  exact,
  type Issue,
  MOST_DIGITS,
  parseExact,
} from '../../value/index.js';
import {
  type CheckedPart,
  type CheckedValue,
  checkValue,
  type PartDocument,
  type ValueChecker,
} from '../constructs/index.js';
import type { RuleDocument } from '../document.js';
import {
  type ChoiceType,
  checkFormula,
  type Expression,
  FLAG,
  type Meaning,
  type Names,
  parseFormula,
  parseUnit,
  type TableType,
  type Type,
  type Wanted,
} from '../formula/index.js';
import { nearest } from '../names.js';
import { own } from '../own.js';
import type { LinkedCategory, LinkedFact, LinkedTable } from '../rule-set.js';
import type { Path } from '../text/index.js';
import { linkCategory } from './category.js';
import { boundedExtent, tooManyDigits, typeOf } from './extent.js';
import { gridPlaces } from './fact.js';
import { sorted } from './order.js';
import { POINTS, TIER } from './tier-choice.js';

/** A finding of linking, with its path in the long form of the file and, in a formula, the character. */
export interface LinkIssue {
  readonly issue: Issue;
  readonly path: Path;
  readonly at?: number;
}

type Progress = 'open' | 'checking' | 'done' | 'broken';

/**
 * What names mean while a file is being linked. Figures, categories, score and tier are checked when they are first
 * asked for, once; one that needs itself is a circle and is named with its loop.
 */
export class Linker implements Names, ValueChecker {
  readonly issues: LinkIssue[] = [];
  readonly document: RuleDocument;
  readonly facts = new Map<string, LinkedFact>();
  readonly linkedTables = new Map<string, LinkedTable>();
  readonly figures = new Map<string, { readonly value: CheckedValue; readonly type: Type }>();
  readonly categories = new Map<string, LinkedCategory>();
  readonly choices: Record<string, ChoiceType> = {};
  score: CheckedPart | null = null;
  private readonly progress = new Map<string, Progress>();
  private readonly trail: string[] = [];

  constructor(document: RuleDocument) {
    this.document = document;
  }

  // --- what formulas ask (Names) ----------------------------------------------------------------------------------

  get units(): readonly string[] {
    return this.document.units;
  }

  get known(): readonly string[] {
    const { facts, figures, categories } = this.document;
    return [
      ...Object.keys(facts),
      ...Object.keys(figures),
      ...Object.keys(categories),
      'score',
      'score_tier',
      'tier',
    ];
  }

  get tables(): readonly string[] {
    return Object.keys(this.document.tables);
  }

  choiceNames(): readonly string[] {
    return Object.keys(this.choices);
  }

  choiceNamed(id: string): ChoiceType | undefined {
    return own(this.choices, id);
  }

  choice(id: string): ChoiceType {
    return own(this.choices, id) ?? { options: [], ordered: false };
  }

  table(id: string): TableType | 'unknown' | 'broken' {
    return this.linkedTables.get(id) ?? (Object.hasOwn(this.document.tables, id) ? 'broken' : 'unknown');
  }

  meaning(id: string): Meaning | 'unknown' | 'broken' {
    const { facts, figures, categories } = this.document;
    if (Object.hasOwn(facts, id)) return this.factMeaning(id);
    if (Object.hasOwn(figures, id)) {
      if (!this.settleFigure(id)) return 'broken';
      const figure = this.figures.get(id) as { readonly value: CheckedValue; readonly type: Type };
      return { of: { kind: 'figure', id }, type: figure.type, ...figure.value.extent };
    }
    if (Object.hasOwn(categories, id)) {
      return this.settleCategory(id) ? { of: { kind: 'category', id }, type: FLAG } : 'broken';
    }
    const tier: Type = { kind: 'choice', choice: TIER };
    switch (id) {
      case 'score':
        if (!this.settleScore()) return 'broken';
        return { of: { kind: 'score' }, type: POINTS, ...(this.score as CheckedPart).extent };
      case 'score_tier':
        return this.settleScore() ? { of: { kind: 'score_tier' }, type: tier } : 'broken';
      case 'tier':
        return this.settleTier() ? { of: { kind: 'tier' }, type: tier } : 'broken';
      default:
        return 'unknown';
    }
  }

  private factMeaning(id: string): Meaning | 'broken' {
    const fact = this.facts.get(id);
    if (fact === undefined) return 'broken';
    const of = { kind: 'fact', id } as const;
    if (fact.range === undefined) return { of, type: fact.type };
    const places = gridPlaces(fact);
    return { of, type: fact.type, range: fact.range, places, size: places };
  }

  // --- what is checked when it is asked for -------------------------------------------------------------------------

  settleFigure(id: string): boolean {
    return this.settle(`figures ${id}`, () => {
      const document = this.document.figures[id] as RuleDocument['figures'][string];
      const path: Path = ['figures', id];
      if (document.unit !== undefined && parseUnit(document.unit, this.units) === null) {
        return this.refuse('rules.unknownUnit', [...path, 'unit'], { unit: document.unit }) !== null;
      }
      const wanted: Wanted =
        document.unit === undefined ? { kind: 'any' } : { kind: 'number', unit: document.unit };
      const value = checkValue(document.value, [...path, 'value'], wanted, this);
      if (value !== null) this.figures.set(id, { value, type: typeOf(value) });
      return value !== null;
    });
  }

  settleCategory(id: string): boolean {
    return this.settle(`categories ${id}`, () => {
      const category = linkCategory(
        this,
        id,
        this.document.categories[id] as RuleDocument['categories'][string],
      );
      if (category !== null) this.categories.set(id, category);
      return category !== null;
    });
  }

  /** The score needs its parts and the vetoes that set it to zero. */
  settleScore(): boolean {
    return this.settle('score', () => {
      this.score = this.part(this.document.score, ['score'], POINTS);
      return this.vetoFormulas((effect) => effect === 'zero_score') && this.score !== null;
    });
  }

  /** The tier needs the score, every category and the other vetoes. */
  settleTier(): boolean {
    return this.settle('tiers', () => {
      let good = this.settleScore();
      for (const id of Object.keys(this.document.categories)) good = this.settleCategory(id) && good;
      return this.vetoFormulas((effect) => effect !== 'zero_score') && good;
    });
  }

  private vetoFormulas(which: (effect: unknown) => boolean): boolean {
    let good = true;
    for (const [id, veto] of sorted(this.document.vetoes)) {
      if (!which(veto.effect)) continue;
      good = this.formula(veto.when, ['vetoes', id, 'when'], FLAG) !== null && good;
      if (veto.unless !== undefined)
        good = this.formula(veto.unless, ['vetoes', id, 'unless'], FLAG) !== null && good;
    }
    return good;
  }

  private settle(name: string, check: () => boolean): boolean {
    const progress = this.progress.get(name) ?? 'open';
    if (progress === 'done') return true;
    if (progress === 'broken') return false;
    if (progress === 'checking') {
      const circle = this.trail.slice(this.trail.indexOf(name));
      const loop = [...circle, name].map((step) => step.split(' ').pop()).join(' → ');
      this.refuse('rules.circle', name.split(' '), { loop });
      for (const step of circle) this.progress.set(step, 'broken');
      return false;
    }
    this.progress.set(name, 'checking');
    this.trail.push(name);
    const good = check() && this.progress.get(name) === 'checking';
    this.trail.pop();
    this.progress.set(name, good ? 'done' : 'broken');
    return good;
  }

  // --- what constructs ask (ValueChecker) ---------------------------------------------------------------------------

  options(choice: string): readonly string[] {
    return this.choice(choice).options;
  }

  refuse(code: string, path: Path, values: Readonly<Record<string, string | number>> = {}): null {
    this.issues.push({ issue: error(code, values), path });
    return null;
  }

  constant(text: string): Exact {
    const [above = '', below = '1'] = text.split('/');
    const [value, divisor] = [parseExact(above), parseExact(below)];
    if (value !== null && divisor !== null && divisor.n !== 0n) return divide(value, divisor);
    // The schema lets no such text through, but a canonical document may come from anywhere: refused, never taken for 0.
    this.refuse('rules.number', [], { found: text });
    return exact(0n);
  }

  formula(text: string, path: Path, wanted: Wanted, names: Names = this): Expression | null {
    const parsed = parseFormula(text);
    const checked = parsed.ok ? checkFormula(parsed.formula, wanted, names) : parsed;
    if (checked === null) return null;
    if ('expression' in checked) return checked.expression;
    if ('issue' in checked) this.issues.push({ issue: checked.issue, path, at: checked.at });
    return null;
  }

  part(document: PartDocument, path: Path, wanted: Wanted): CheckedPart | null {
    const when =
      document.when === undefined ? undefined : this.formula(document.when, [...path, 'when'], FLAG);
    const value = checkValue(document.value, [...path, 'value'], wanted, this);
    if (when === null || value === null) return null;
    const { at_least, at_most, weight } = document;
    const bounds = {
      ...(at_least === undefined ? {} : { atLeast: this.constant(at_least) }),
      ...(at_most === undefined ? {} : { atMost: this.constant(at_most) }),
      ...(weight === undefined ? {} : { weight: this.constant(weight) }),
    };
    if (
      at_least !== undefined &&
      at_most !== undefined &&
      compare(this.constant(at_least), this.constant(at_most)) > 0
    ) {
      return this.refuse('rules.boundsCrossed', path, { at_least, at_most });
    }
    const extent = boundedExtent(
      value.extent,
      bounds.atLeast,
      bounds.atMost,
      bounds.weight,
      when !== undefined,
    );
    if (tooManyDigits(extent)) return this.refuse('rules.limit', path, { what: 'digits', most: MOST_DIGITS });
    // The path is score, then value, parts and an id for each level.
    const ids = path.filter((_, i) => i > 0 && i % 3 === 0);
    return { path: ids.join('.'), value, extent, ...(when === undefined ? {} : { when }), ...bounds };
  }

  /** The number of a tier, or `null` with the issue that there is none of that name. */
  tierIndex(tier: string, path: Path): number | null {
    const options = this.options(TIER);
    const index = options.indexOf(tier);
    if (index > 0) return index;
    const near = nearest(tier, options);
    const values = { option: tier, choice: TIER, options: options.join(', ') };
    return this.refuse('rules.unknownOption', path, near === null ? values : { ...values, near });
  }
}
