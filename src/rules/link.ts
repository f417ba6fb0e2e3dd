import {
  compare,
  contains,
  decimalPlaces,
  type Exact,
  error,
  exact,
  greatestOf,
  hull,
  type Issue,
  leastOf,
  multiplyRanges,
  onGrid,
  only,
  parseExact,
  type Range,
  ZERO,
} from '../value/index.js';
import {
  type CheckedPart,
  type CheckedValue,
  checkValue,
  type Extent,
  type PartDocument,
  type ValueChecker,
} from './constructs/index.js';
import { digestsOf } from './digests.js';
import type { CategoryDocument, FactDocument, RuleDocument, TableDocument } from './document.js';
import {
  type ChoiceType,
  checkFormula,
  currencyOf,
  type Expression,
  FLAG,
  type Meaning,
  type Names,
  parseFormula,
  parseUnit,
  RESERVED,
  type Reading,
  readings,
  type TableType,
  type Type,
  type Wanted,
} from './formula/index.js';
import { LIMITS } from './limits.js';
import { nearest } from './names.js';
import { valueReadings } from './readings.js';
import type {
  LinkedCategory,
  LinkedFact,
  LinkedProgramme,
  LinkedTable,
  LinkedVeto,
  RuleSet,
} from './rule-set.js';
import type { Path } from './text/index.js';

/** A finding of linking, with its path in the long form of the file and, in a formula, the character. */
export interface LinkIssue {
  readonly issue: Issue;
  readonly path: Path;
  readonly at?: number;
}

export type Linked =
  | { readonly ok: true; readonly rules: RuleSet }
  | { readonly ok: false; readonly issues: readonly LinkIssue[] };

export const NOT_RECOGNISED = 'not_recognised';
const TIER = 'tier';
const POINTS: Type = { kind: 'number', unit: 'point' };

/**
 * Settles everything a rule file refers to. Issues: `rules.unknownName`, `rules.unknownOption`, `rules.circle`,
 * `rules.type`, `rules.unit`, `rules.shadow`, `rules.reserved`, `rules.rangeEmpty`, `rules.needsRounding`,
 * `rules.noPointsNotAllowed`, `rules.rowsNotTotal`, `rules.limit` and what formulas and constructs can give.
 */
export function link(document: RuleDocument): Linked {
  const linker = new Linker(document);
  const rules = linker.link();
  return linker.issues.length > 0 ? { ok: false, issues: linker.issues } : { ok: true, rules };
}

type Slot = 'open' | 'checking' | 'done' | 'broken';

class Linker implements Names, ValueChecker {
  readonly issues: LinkIssue[] = [];
  readonly units: readonly string[];
  private readonly document: RuleDocument;
  private readonly choices: Record<string, ChoiceType> = {};
  private readonly linkedFacts = new Map<string, LinkedFact>();
  private readonly linkedTables = new Map<string, LinkedTable>();
  private readonly figures = new Map<string, { readonly value: CheckedValue; readonly type: Type }>();
  private readonly categories = new Map<string, LinkedCategory>();
  private readonly progress = new Map<string, Slot>();
  private readonly trail: string[] = [];
  private score: CheckedPart | null = null;

  constructor(document: RuleDocument) {
    this.document = document;
    this.units = document.units;
  }

  // --- Names ------------------------------------------------------------------------------------------------------

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

  choice(id: string): ChoiceType {
    return this.choices[id] ?? { options: [], ordered: false };
  }

  options(choice: string): readonly string[] {
    return this.choice(choice).options;
  }

  table(id: string): TableType | undefined {
    return this.linkedTables.get(id);
  }

  meaning(id: string): Meaning | 'unknown' | 'broken' {
    const fact = this.linkedFacts.get(id);
    if (fact !== undefined) {
      const places = fact.step === undefined ? undefined : gridPlaces(fact);
      const number =
        fact.range === undefined
          ? {}
          : { range: fact.range, places: places as number, size: places as number };
      return { of: { kind: 'fact', id }, type: fact.type, ...number };
    }
    if (this.document.facts[id] !== undefined) return 'broken';
    if (this.document.figures[id] !== undefined) {
      if (!this.settle(`figure ${id}`, () => this.checkFigure(id))) return 'broken';
      const figure = this.figures.get(id) as { readonly value: CheckedValue; readonly type: Type };
      return { of: { kind: 'figure', id }, type: figure.type, ...figure.value.extent };
    }
    if (this.document.categories[id] !== undefined) {
      return this.settle(`category ${id}`, () => this.checkCategory(id))
        ? { of: { kind: 'category', id }, type: FLAG }
        : 'broken';
    }
    const tier: Type = { kind: 'choice', choice: TIER };
    if (id === 'score' || id === 'score_tier') {
      if (!this.settle('score', () => this.checkScore())) return 'broken';
      if (id === 'score_tier') return { of: { kind: 'score_tier' }, type: tier };
      return { of: { kind: 'score' }, type: POINTS, ...(this.score as CheckedPart).extent };
    }
    if (id === 'tier')
      return this.settle('tier', () => this.settleTier()) ? { of: { kind: 'tier' }, type: tier } : 'broken';
    return 'unknown';
  }

  /** Checks a thing once; a thing that needs itself is a circle, named with its loop. */
  private settle(name: string, check: () => boolean): boolean {
    const slot = this.progress.get(name) ?? 'open';
    if (slot === 'done') return true;
    if (slot === 'broken') return false;
    if (slot === 'checking') {
      const loop = [...this.trail.slice(this.trail.indexOf(name)), name]
        .map((step) => step.split(' ').pop())
        .join(' → ');
      const [kind = '', id = ''] = name.split(' ');
      this.report(
        error('rules.circle', { loop }),
        kind === 'score' || kind === 'tier'
          ? [kind === 'tier' ? 'tiers' : 'score']
          : [kind === 'category' ? 'categories' : 'figures', id],
      );
      for (const step of this.trail.slice(this.trail.indexOf(name))) this.progress.set(step, 'broken');
      return false;
    }
    this.progress.set(name, 'checking');
    this.trail.push(name);
    const good = check() && this.progress.get(name) === 'checking';
    this.trail.pop();
    this.progress.set(name, good ? 'done' : 'broken');
    return good;
  }

  // --- ValueChecker -----------------------------------------------------------------------------------------------

  private report(issue: Issue, path: Path, at?: number): null {
    this.issues.push(at === undefined ? { issue, path } : { issue, path, at });
    return null;
  }

  refuse(code: string, path: Path, values: Readonly<Record<string, string | number>> = {}): null {
    return this.report(error(code, values), path);
  }

  constant(text: string): Exact {
    const [above = '0', below = '1'] = text.split('/');
    return exact(
      (parseExact(above) as Exact).n * (parseExact(below) as Exact).d,
      (parseExact(above) as Exact).d * (parseExact(below) as Exact).n,
    );
  }

  formula(text: string, path: Path, wanted: Wanted, names: Names = this): Expression | null {
    const parsed = parseFormula(text);
    if (!parsed.ok) return this.report(parsed.issue, path, parsed.at);
    const checked = checkFormula(parsed.formula, wanted, names);
    if (checked === null) return null;
    return checked.ok ? checked.expression : this.report(checked.issue, path, checked.at);
  }

  part(document: PartDocument, path: Path, wanted: Wanted): CheckedPart | null {
    const when =
      document.when === undefined ? undefined : this.formula(document.when, [...path, 'when'], FLAG);
    const value = checkValue(document.value, [...path, 'value'], wanted, this);
    if (when === null || value === null) return null;
    const bound = (key: 'at_least' | 'at_most' | 'weight') =>
      document[key] === undefined ? undefined : this.constant(document[key]);
    const [atLeast, atMost, weight] = [bound('at_least'), bound('at_most'), bound('weight')];
    if (atLeast !== undefined && atMost !== undefined && compare(atLeast, atMost) > 0) {
      return this.refuse('rules.boundsCrossed', path, {
        at_least: document.at_least as string,
        at_most: document.at_most as string,
      });
    }
    const extent = bounded(value.extent, atLeast, atMost, weight, when !== undefined);
    return {
      path: path.filter((step) => step !== 'parts' && step !== 'value' && step !== 'score').join('.'),
      value,
      extent,
      ...(when === undefined ? {} : { when }),
      ...(atLeast === undefined ? {} : { atLeast }),
      ...(atMost === undefined ? {} : { atMost }),
      ...(weight === undefined ? {} : { weight }),
    };
  }

  // --- The file -----------------------------------------------------------------------------------------------------

  link(): RuleSet {
    const { document } = this;
    this.checkNames();
    for (const [id, choice] of Object.entries(document.choices))
      this.choices[id] = { options: choice.of, ordered: choice.ordered };
    const tierIds = [NOT_RECOGNISED, ...document.tiers.map((tier) => tier.id).reverse()];
    this.choices[TIER] = { options: tierIds, ordered: true };
    this.checkChoices();
    for (const [id, fact] of Object.entries(document.facts)) this.linkFact(id, fact);
    for (const [id, table] of Object.entries(document.tables)) this.linkTable(id, table);
    this.checkTiers();

    for (const id of Object.keys(document.figures)) this.settle(`figure ${id}`, () => this.checkFigure(id));
    this.settle('score', () => this.checkScore());
    for (const id of Object.keys(document.categories))
      this.settle(`category ${id}`, () => this.checkCategory(id));
    this.settle('tier', () => this.settleTier());
    const vetoes = sorted(document.vetoes).map(([id]) => this.linkVeto(id));
    const scope = sorted(document.scope).map(([id, one]) => ({
      id,
      is: this.formula(one.is, ['scope', id, 'is'], FLAG) as Expression,
    }));
    if (Object.keys(document.programmes).length > LIMITS.programmes) {
      this.refuse('rules.limit', ['programmes'], { what: 'programmes', most: LIMITS.programmes });
    }
    const programmes = sorted(document.programmes).map(([id]) => this.linkProgramme(id));

    const tiers = [...document.tiers]
      .reverse()
      .map((tier) => ({ id: tier.id, from: this.constant(tier.from) }));
    const rules: RuleSet = {
      document,
      digests: digestsOf(document),
      facts: byId(this.linkedFacts),
      choices: this.choices,
      tables: byId(this.linkedTables),
      figures: [...this.figures].sort(byKey).map(([id, figure]) => ({ id, ...figure })),
      lists: sorted(document.lists).map(([id, list]) => ({
        id,
        attributes: sorted(list.attributes).map(([name, one]) => ({
          id: name,
          type: one.type === 'flag' ? FLAG : ({ kind: 'choice', choice: one.choice as string } as const),
          options: one.type === 'flag' ? [] : this.options(one.choice as string),
        })),
      })),
      categories: byId(this.categories),
      score: this.score as CheckedPart,
      tierIds,
      tiers,
      vetoes: vetoes as LinkedVeto[],
      scope,
      programmes: programmes as LinkedProgramme[],
      reads: (of) => this.reads(of),
      scopeReads: new Map(),
      outcomeReads: new Set(),
    };
    if (this.issues.length === 0) this.checkNoPoints(rules);
    return this.issues.length === 0 ? this.withReads(rules) : rules;
  }

  /** Facts, figures and categories share one namespace without shadowing; reserved words name nothing. */
  private checkNames(): void {
    const { document } = this;
    const seen = new Map<string, string>();
    const blocks = ['facts', 'figures', 'categories', 'tables'] as const;
    for (const block of blocks) {
      for (const id of Object.keys(document[block])) {
        if (RESERVED.has(id)) this.refuse('rules.reserved', [block, id], { name: id });
        const other = seen.get(id);
        if (other !== undefined) this.refuse('rules.shadow', [block, id], { name: id, other });
        seen.set(id, block);
      }
    }
    const count = Object.keys(document.facts).length + Object.keys(document.figures).length;
    if (count > LIMITS.factsAndFigures)
      this.refuse('rules.limit', ['facts'], { what: 'factsAndFigures', most: LIMITS.factsAndFigures });
    for (const [block, one, source] of notesOf(document)) {
      if (document.sources[source] === undefined) {
        const near = nearest(source, Object.keys(document.sources));
        this.refuse('rules.unknownSource', [...block, ...one], near === null ? { source } : { source, near });
      }
    }
  }

  private checkChoices(): void {
    const names = new Set(this.known);
    for (const [id, choice] of Object.entries(this.document.choices)) {
      const path = this.document.facts[id] === undefined ? ['choices', id] : ['facts', id];
      const seen = new Set<string>();
      for (const option of choice.of) {
        if (RESERVED.has(option)) this.refuse('rules.reserved', path, { name: option });
        // Options of a list's attribute meet no names but the attributes of that list.
        if (!id.includes('.') && names.has(option))
          this.refuse('rules.ambiguousOption', path, { option, choice: id });
        if (seen.has(option)) this.refuse('rules.duplicateOption', path, { option, choice: id });
        seen.add(option);
      }
    }
  }

  private linkFact(id: string, document: FactDocument): null | undefined {
    const path: Path = ['facts', id];
    const broken = (code: string, at: Path, values: Issue['values']): null => this.refuse(code, at, values);
    if (document.type === 'choice' && this.choices[document.choice as string] === undefined) {
      const near = nearest(document.choice as string, Object.keys(this.choices));
      const choice = document.choice as string;
      return broken('rules.unknownChoice', [...path, 'of'], near === null ? { choice } : { choice, near });
    }
    let number: { readonly range: Range; readonly step: Exact } | undefined;
    if (document.type === 'number') {
      const unit = document.unit as string;
      if (parseUnit(unit, this.units) === null)
        return broken('rules.unknownUnit', [...path, 'unit'], { unit });
      const [low, high] = (document.range as readonly [string, string]).map((text) =>
        this.constant(text),
      ) as [Exact, Exact];
      const step = this.constant(document.step as string);
      if (compare(low, high) > 0)
        return broken('rules.rangeEmpty', [...path, 'range'], {
          low: document.range?.[0] as string,
          high: document.range?.[1] as string,
        });
      if (compare(step, ZERO) <= 0 || !onGrid(high, low, step)) {
        return broken('rules.stepMisfits', [...path, 'range'], { step: document.step as string });
      }
      number = { range: { low, high }, step };
    }
    const type: Type =
      document.type === 'flag'
        ? FLAG
        : document.type === 'choice'
          ? { kind: 'choice', choice: document.choice as string }
          : { kind: 'number', unit: document.unit as string };
    const options = document.type === 'choice' ? this.options(document.choice as string) : [];
    if (Array.isArray(document.worse)) {
      const unknown = document.worse.find((option: string) => !options.includes(option));
      if (unknown !== undefined)
        return broken('rules.unknownOption', [...path, 'worse'], {
          option: unknown,
          choice: document.choice as string,
          options: options.join(', '),
        });
    }
    const fact: LinkedFact = { id, document, type, options, unknown: document.unknown, ...number };
    if (document.unknown.policy !== 'assume') {
      this.linkedFacts.set(id, fact);
      return undefined;
    }
    const assumed = assumedValue(fact, document.unknown.value);
    if (assumed === null)
      return broken('rules.assumeMisfits', [...path, 'unknown'], { value: document.unknown.value });
    this.linkedFacts.set(id, { ...fact, assumed });
    return undefined;
  }

  private linkTable(id: string, document: TableDocument): null | undefined {
    const path: Path = ['tables', id];
    if (parseUnit(document.unit, this.units) === null)
      return this.refuse('rules.unknownUnit', [...path, 'unit'], { unit: document.unit });
    const lists: (readonly string[])[] = [];
    const types: Type[] = [];
    for (const key of document.keys) {
      if (key.type === 'flag') {
        lists.push(['false', 'true']);
        types.push(FLAG);
      } else if (this.choices[key.type] !== undefined) {
        lists.push(this.options(key.type));
        types.push({ kind: 'choice', choice: key.type });
      } else {
        const near = nearest(key.type, Object.keys(this.choices));
        return this.refuse(
          'rules.unknownChoice',
          [...path, 'keys'],
          near === null ? { choice: key.type } : { choice: key.type, near },
        );
      }
    }
    const sizes = lists.map((list) => list.length);
    const count = sizes.reduce((a, b) => a * b, 1);
    if (count > LIMITS.tableCells)
      return this.refuse('rules.limit', path, { what: 'tableCells', most: LIMITS.tableCells });
    const cells: (Exact | undefined)[] = new Array(count).fill(
      document.otherwise === undefined ? undefined : this.constant(document.otherwise),
    );
    for (const row of document.rows) {
      let index = 0;
      for (const [i, list] of lists.entries()) {
        const at = list.indexOf(row.keys[i] ?? '');
        if (at < 0) {
          const option = row.keys[i] ?? '';
          return this.refuse('rules.unknownOption', [...path, 'rows', ...row.keys.slice(0, i + 1)], {
            option,
            choice: document.keys[i]?.type as string,
            options: list.join(', '),
          });
        }
        index = index * list.length + at;
      }
      if (row.keys.length > lists.length)
        return this.refuse('rules.tableShape', [...path, 'rows', ...row.keys], { keys: lists.length });
      cells[index] = this.constant(row.value);
    }
    const hole = cells.indexOf(undefined);
    if (hole >= 0) {
      let rest = hole;
      const names = [...lists].reverse().map((list) => {
        const option = list[rest % list.length] as string;
        rest = (rest - (rest % list.length)) / list.length;
        return option;
      });
      return this.refuse('rules.rowsNotTotal', [...path, 'rows'], {
        missing: names.reverse().join(', '),
      });
    }
    const values = cells as readonly Exact[];
    const range = values.map(only).reduce(hull);
    const places = values.map((value) => decimalPlaces(value) ?? 0).reduce((a, b) => (a > b ? a : b), 0);
    this.linkedTables.set(id, { id, keys: types, unit: document.unit, range, places, sizes, cells: values });
    return undefined;
  }

  private checkTiers(): void {
    const seen = new Set<string>();
    for (const [i, tier] of this.document.tiers.entries()) {
      if (RESERVED.has(tier.id)) this.refuse('rules.reserved', ['tiers', i], { name: tier.id });
      if (seen.has(tier.id))
        this.refuse('rules.duplicateOption', ['tiers', i], { option: tier.id, choice: TIER });
      seen.add(tier.id);
      const above = this.document.tiers[i - 1];
      if (above !== undefined && compare(this.constant(tier.from), this.constant(above.from)) >= 0) {
        this.refuse('rules.tiersNotFalling', ['tiers', i, 'from'], {
          tier: tier.id,
          from: tier.from,
          above: above.from,
        });
      }
    }
  }

  private checkFigure(id: string): boolean {
    const document = this.document.figures[id] as RuleDocument['figures'][string];
    const path: Path = ['figures', id];
    if (document.unit !== undefined && parseUnit(document.unit, this.units) === null) {
      this.refuse('rules.unknownUnit', [...path, 'unit'], { unit: document.unit });
      return false;
    }
    const wanted: Wanted =
      document.unit === undefined ? { kind: 'any' } : { kind: 'number', unit: document.unit };
    const value = checkValue(document.value, [...path, 'value'], wanted, this);
    if (value === null) return false;
    this.figures.set(id, { value, type: typeOf(value) });
    return true;
  }

  private checkCategory(id: string): boolean {
    const document = this.document.categories[id] as CategoryDocument;
    const path: Path = ['categories', id];
    const list = document.list === undefined ? undefined : this.document.lists[document.list];
    if (document.list !== undefined && list === undefined) {
      const near = nearest(document.list, Object.keys(this.document.lists));
      this.refuse(
        'rules.unknownList',
        [...path, 'list'],
        near === null ? { list: document.list } : { list: document.list, near },
      );
      return false;
    }
    if (document.list === undefined && document.when === undefined) {
      this.refuse('rules.categoryWithoutGround', path, { category: id });
      return false;
    }
    if (document.row !== undefined && list === undefined) {
      this.refuse('rules.rowWithoutList', [...path, 'row'], { category: id });
      return false;
    }
    const row =
      document.row === undefined
        ? undefined
        : this.formula(document.row, [...path, 'row'], FLAG, this.attributesOf(document.list as string));
    const when =
      document.when === undefined ? undefined : this.formula(document.when, [...path, 'when'], FLAG);
    const floor =
      document.floor === undefined ? undefined : this.tierIndex(document.floor, [...path, 'floor']);
    if (row === null || when === null || floor === null) return false;
    this.categories.set(id, {
      id,
      ...(document.list === undefined ? {} : { list: document.list }),
      ...(row === undefined ? {} : { row }),
      ...(when === undefined ? {} : { when }),
      ...(floor === undefined ? {} : { floor }),
    });
    return true;
  }

  /** A row looks at its own attributes and at nothing else. */
  private attributesOf(list: string): Names {
    const attributes = this.document.lists[list]?.attributes ?? {};
    return {
      known: Object.keys(attributes),
      tables: [],
      units: this.units,
      table: () => undefined,
      choice: (id) => this.choice(id),
      meaning: (id) => {
        const one = attributes[id];
        if (one === undefined) return 'unknown';
        const type: Type = one.type === 'flag' ? FLAG : { kind: 'choice', choice: one.choice as string };
        return { of: { kind: 'fact', id }, type };
      },
    };
  }

  private tierIndex(tier: string, path: Path): number | null {
    const index = this.options(TIER).indexOf(tier);
    if (index > 0) return index;
    const near = nearest(tier, this.options(TIER));
    return this.refuse('rules.unknownOption', path, {
      option: tier,
      choice: TIER,
      options: this.options(TIER).join(', '),
      ...(near === null ? {} : { near }),
    });
  }

  /** The score needs its parts and the vetoes that set it to zero. */
  private checkScore(): boolean {
    this.score = this.part(this.document.score, ['score'], POINTS);
    return this.checkVetoFormulas(true) && this.score !== null;
  }

  /** The tier needs the score, every category with a floor, and the other vetoes. */
  private settleTier(): boolean {
    let good = this.settle('score', () => this.checkScore());
    for (const id of Object.keys(this.document.categories)) {
      good = this.settle(`category ${id}`, () => this.checkCategory(id)) && good;
    }
    return this.checkVetoFormulas(false) && good;
  }

  private checkVetoFormulas(zeroScore: boolean): boolean {
    let good = true;
    for (const [id, veto] of sorted(this.document.vetoes)) {
      if ((veto.effect === 'zero_score') !== zeroScore) continue;
      good = this.formula(veto.when, ['vetoes', id, 'when'], FLAG) !== null && good;
      if (veto.unless !== undefined)
        good = this.formula(veto.unless, ['vetoes', id, 'unless'], FLAG) !== null && good;
    }
    return good;
  }

  private linkVeto(id: string): LinkedVeto | null {
    const document = this.document.vetoes[id] as RuleDocument['vetoes'][string];
    const path: Path = ['vetoes', id];
    if (this.progress.get('tier') !== 'done') return null;
    const when = this.formula(document.when, [...path, 'when'], FLAG);
    const unless =
      document.unless === undefined ? undefined : this.formula(document.unless, [...path, 'unless'], FLAG);
    const zeroScore = document.effect === 'zero_score';
    const cap =
      typeof document.effect === 'object'
        ? this.capOf(document.effect.cap, [...path, 'effect', 'cap'])
        : zeroScore
          ? this.tierOfZero()
          : 0;
    if (when === null || unless === null || cap === null) return null;
    return {
      id,
      when,
      cap,
      zeroScore,
      againstFloor: document.against_floor,
      ...(unless === undefined ? {} : { unless }),
    };
  }

  private capOf(tier: string, path: Path): number | null {
    return tier === NOT_RECOGNISED ? 0 : this.tierIndex(tier, path);
  }

  private tierOfZero(): number {
    return this.document.tiers.filter((tier) => compare(this.constant(tier.from), ZERO) <= 0).length;
  }

  private linkProgramme(id: string): LinkedProgramme | null {
    const document = this.document.programmes[id] as RuleDocument['programmes'][string];
    const path: Path = ['programmes', id];
    const entitled = this.formula(document.for, [...path, 'for'], FLAG);
    if (document.amount.kind === 'unstated') {
      return entitled === null
        ? null
        : { id, document, for: entitled, amount: null, currency: null, minor: 1n, universal: false };
    }
    const amount = checkValue(document.amount, [...path, 'amount'], this.amountWanted(document, path), this);
    if (entitled === null || amount === null) return null;
    const type = typeOf(amount);
    const unit = type.kind === 'number' ? type.unit : '';
    const currency = currencyOf(unit);
    const needed = document.per === 'event' ? currency : `${currency}/${document.per}`;
    if (currency === null || unit !== needed) {
      return this.refuse('rules.amountUnit', [...path, 'amount'], { found: unit, per: document.per });
    }
    const { range, places } = amount.extent;
    if (places === null || (places ?? 0) > 2)
      return this.refuse('rules.needsRounding', [...path, 'amount'], { step: '0.01' });
    if (range !== undefined && compare(range.low, ZERO) < 0)
      return this.refuse('rules.amountNegative', [...path, 'amount']);
    return { id, document, for: entitled, amount, currency, minor: 100n, universal: false };
  }

  /** A bare number as an amount takes the currency of the file's first table or fact of money; else it must say one. */
  private amountWanted(document: RuleDocument['programmes'][string], _path: Path): Wanted {
    const units = [
      ...Object.values(this.document.tables).map((t) => t.unit),
      ...Object.values(this.document.facts).map((f) => f.unit ?? ''),
    ];
    const currencies = new Set(units.map(currencyOf).filter((c) => c !== null));
    if (currencies.size !== 1) return { kind: 'anyNumber' };
    const [currency] = currencies;
    return {
      kind: 'number',
      unit: document.per === 'event' ? (currency as string) : `${currency}/${document.per}`,
    };
  }

  /** What the outcome rests on, once everything is known to be sound. */
  private withReads(rules: RuleSet): RuleSet {
    const ofProgramme = (one: LinkedProgramme): ReadonlySet<string> =>
      this.reads([...readings(one.for), ...(one.amount === null ? [] : valueReadings(one.amount))]);
    const scopeReads = new Map(rules.scope.map((one) => [one.id, this.reads(readings(one.is))]));
    const outcomeReads = new Set<string>(this.reads([{ kind: 'tier' }]));
    for (const set of [...scopeReads.values(), ...rules.programmes.map(ofProgramme)])
      for (const name of set) outcomeReads.add(name);
    const programmes = rules.programmes.map((one) => ({
      ...one,
      universal: ![...ofProgramme(one)].some((name) => /^(?:score|score_tier|tier|category .*)$/.test(name)),
    }));
    return { ...rules, programmes, scopeReads, outcomeReads };
  }

  // --- What reads what ------------------------------------------------------------------------------------------

  private readonly closures = new Map<string, ReadonlySet<string>>();

  /** Everything behind some readings: facts by id, `figure x`, `category x`, `veto x`, `score`, `score_tier`, `tier`. */
  private reads(of: readonly Reading[]): ReadonlySet<string> {
    const all = new Set<string>();
    for (const reading of of) for (const name of this.closure(reading)) all.add(name);
    return all;
  }

  private closure(reading: Reading): ReadonlySet<string> {
    if (reading.kind === 'fact') return new Set([reading.id]);
    const key = 'id' in reading ? `${reading.kind} ${reading.id}` : reading.kind;
    const known = this.closures.get(key);
    if (known !== undefined) return known;
    const all = new Set<string>();
    for (const name of this.reads(this.behind(reading))) all.add(name);
    if (reading.kind === 'category' && this.categories.get(reading.id)?.list !== undefined)
      all.add(`category ${reading.id}`);
    if (reading.kind === 'tier') for (const id of Object.keys(this.document.vetoes)) all.add(`veto ${id}`);
    this.closures.set(key, all);
    return all;
  }

  private behind(reading: Reading): readonly Reading[] {
    switch (reading.kind) {
      case 'fact':
        return [];
      case 'figure':
        return valueReadings((this.figures.get(reading.id) as { value: CheckedValue }).value);
      case 'category': {
        const when = this.categories.get(reading.id)?.when;
        return when === undefined ? [] : readings(when);
      }
      case 'score':
      case 'score_tier':
        return [
          ...valueReadings((this.score as CheckedPart).value),
          ...whenReadings(this.score as CheckedPart),
          ...this.zeroing(),
        ];
      case 'tier': {
        const floors = [...this.categories.values()]
          .filter((c) => c.floor !== undefined)
          .map((c): Reading => ({ kind: 'category', id: c.id }));
        return [{ kind: 'score_tier' }, ...floors, ...this.vetoReadings(() => true)];
      }
    }
  }

  private zeroing(): readonly Reading[] {
    return this.vetoReadings((effect) => effect === 'zero_score');
  }

  private vetoReadings(which: (effect: unknown) => boolean): readonly Reading[] {
    return sorted(this.document.vetoes)
      .filter(([, veto]) => which(veto.effect))
      .flatMap(([id, veto]) => {
        const formulas = [
          ['when', veto.when],
          ['unless', veto.unless],
        ] as const;
        return formulas.flatMap(([key, text]) => {
          const e = text === undefined ? null : this.formula(text, ['vetoes', id, key], FLAG);
          return e === null ? [] : readings(e);
        });
      });
  }

  /**
   * `no_points` is allowed only where the part cannot go below 0 and nothing but plain parts of the score reads the
   * fact: elsewhere, leaving it out could hurt or hide something.
   */
  private checkNoPoints(rules: RuleSet): void {
    const quiet = rules.facts.filter((fact) => fact.unknown.policy === 'no_points').map((fact) => fact.id);
    if (quiet.length === 0) return;
    const outside = new Map<string, string>();
    const note = (of: readonly Reading[], where: string): void => {
      for (const reading of of)
        if (reading.kind === 'fact' && !outside.has(reading.id)) outside.set(reading.id, where);
    };
    for (const figure of rules.figures) note(valueReadings(figure.value), `figures.${figure.id}`);
    for (const category of rules.categories)
      if (category.when !== undefined) note(readings(category.when), `categories.${category.id}`);
    for (const veto of rules.vetoes)
      note(
        [...readings(veto.when), ...(veto.unless === undefined ? [] : readings(veto.unless))],
        `vetoes.${veto.id}`,
      );
    for (const one of rules.scope) note(readings(one.is), `scope.${one.id}`);
    for (const programme of rules.programmes) {
      note(
        [...readings(programme.for), ...(programme.amount === null ? [] : valueReadings(programme.amount))],
        `programmes.${programme.id}`,
      );
    }
    const walk = (part: CheckedPart): void => {
      if (part.value.kind === 'section') {
        note(whenReadings(part), part.path === '' ? 'score' : `score.${part.path}`);
        part.value.parts.forEach(walk);
      } else if (part.extent.range !== undefined && compare(part.extent.range.low, ZERO) < 0) {
        note([...valueReadings(part.value), ...whenReadings(part)], `score.${part.path}`);
      }
    };
    walk(rules.score);
    for (const id of quiet) {
      const where = outside.get(id);
      if (where !== undefined)
        this.refuse('rules.noPointsNotAllowed', ['facts', id, 'unknown'], { fact: id, where });
    }
  }
}

const whenReadings = (part: CheckedPart): readonly Reading[] =>
  part.when === undefined ? [] : readings(part.when);
const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;
const sorted = <T>(record: Readonly<Record<string, T>>): (readonly [string, T])[] =>
  Object.entries(record).sort(byKey);
const byId = <T>(map: ReadonlyMap<string, T>): readonly T[] => [...map].sort(byKey).map(([, value]) => value);

function typeOf(value: CheckedValue): Type {
  switch (value.kind) {
    case 'formula':
      return value.is.type;
    case 'options':
      return (value.values[0] as Expression).type;
    case 'bands':
      return value.otherwise.type;
    case 'best_of':
      return (value.cases[0] as { readonly is: Expression }).is.type;
    case 'section':
      return POINTS;
  }
}

function gridPlaces(fact: LinkedFact): number {
  const [low, step] = [(fact.range as Range).low, fact.step as Exact].map((x) => decimalPlaces(x) ?? 40) as [
    number,
    number,
  ];
  return low > step ? low : step;
}

function assumedValue(fact: LinkedFact, text: string): boolean | number | Exact | null {
  if (fact.type.kind === 'flag') return text === 'true' ? true : text === 'false' ? false : null;
  if (fact.type.kind === 'choice') return fact.options.includes(text) ? fact.options.indexOf(text) : null;
  const value = parseExact(text);
  return value !== null &&
    contains(fact.range as Range, value) &&
    onGrid(value, (fact.range as Range).low, fact.step as Exact)
    ? value
    : null;
}

function bounded(
  extent: Extent,
  atLeast: Exact | undefined,
  atMost: Exact | undefined,
  weight: Exact | undefined,
  conditional: boolean,
): Extent {
  if (extent.range === undefined) return extent;
  let { range } = extent;
  if (atLeast !== undefined) range = greatestOf(range, only(atLeast));
  if (atMost !== undefined) range = leastOf(range, only(atMost));
  if (weight !== undefined) range = multiplyRanges(range, only(weight));
  if (conditional) range = hull(range, only(ZERO));
  const boundPlaces = [atLeast, atMost]
    .map((b) => (b === undefined ? 0 : (decimalPlaces(b) ?? 40)))
    .reduce((a, b) => (a > b ? a : b));
  const weightPlaces = weight === undefined ? 0 : decimalPlaces(weight);
  const own = extent.places ?? null;
  const places =
    own === null || weightPlaces === null ? null : (own > boundPlaces ? own : boundPlaces) + weightPlaces;
  const size =
    (extent.size ?? 0) +
    boundPlaces +
    (weight === undefined ? 0 : (decimalPlaces(weight) ?? String(weight.d).length));
  return { range, places, size: places ?? size };
}

/** Every source note of a file, with where it stands. */
function* notesOf(document: RuleDocument): Generator<readonly [Path, Path, string]> {
  const blocks = [
    'facts',
    'tables',
    'figures',
    'lists',
    'categories',
    'vetoes',
    'scope',
    'programmes',
  ] as const;
  for (const block of blocks) {
    for (const [id, one] of Object.entries(document[block]) as [
      string,
      { readonly source?: { readonly in: string }; readonly protected?: { readonly in: string } },
    ][]) {
      if (one.source !== undefined) yield [[block, id], ['source'], one.source.in];
      if (one.protected !== undefined) yield [[block, id], ['protected'], one.protected.in];
    }
  }
}
