import {
  type Builder,
  type CheckedPart,
  type CheckedValue,
  type Expression,
  type Handle,
  type Literal,
  lowerValue,
  partsOf,
  type Reading,
  type RuleSet,
} from '../rules/index.js';
import { type CivilDate, type Exact, exact, negate, ONE, ZERO } from '../value/index.js';
import { byId } from './by-id.js';
import { dayOf } from './calendar.js';
import type { PlanInput } from './input.js';
import { lowerExpression } from './lower-expression.js';
import { lowerBase, lowerFloor, lowerScore, lowerScoreTier, lowerTier } from './lower-tier.js';
import type { Node } from './node.js';

const MINUS_ONE = negate(ONE);

/** When the determination is made. */
export interface Moment {
  readonly asOf: CivilDate;
  readonly periodStart: CivilDate | null;
}

/** Who and what is being looked at inside a formula: a member of some people, an option of a choice. */
export interface Sight {
  /** 1-based. */
  readonly member: number | null;
  readonly options: ReadonlyMap<string, number>;
  /** What follows the site of a look-up here, so that every member has unknowns of its own. */
  readonly suffix: string;
}

const NOBODY: Sight = { member: null, options: new Map(), suffix: '' };

/** Gives every input its position; asked again, the same one. */
export interface Inputs {
  of(kind: PlanInput['kind'], id: string, sub?: string): number;
}

/** Translates a rule set to the core. Equal nodes are built once. */
export class CoreBuilder implements Builder {
  readonly nodes: Node[] = [];
  readonly rules: RuleSet;
  readonly moment: Moment;
  sight: Sight = NOBODY;
  private readonly inputs: Inputs;
  private readonly same = new Map<string, Handle>();
  private readonly memo = new Map<string, Handle>();

  constructor(rules: RuleSet, moment: Moment, inputs: Inputs) {
    this.rules = rules;
    this.moment = moment;
    this.inputs = inputs;
  }

  get asOf(): CivilDate {
    return this.moment.asOf;
  }
  get dates(): RuleSet['dates'] {
    return this.rules.dates;
  }

  // --- nodes --------------------------------------------------------------------------------------------------------

  node(node: Node): Handle {
    const key = JSON.stringify(node, (_, value) => (typeof value === 'bigint' ? `${value}n` : value));
    const known = this.same.get(key);
    if (known !== undefined) return known;
    this.nodes.push(node);
    const handle = (this.nodes.length - 1) as Handle;
    this.same.set(key, handle);
    return handle;
  }

  once(key: string, build: () => Handle): Handle {
    const known = this.memo.get(key);
    if (known !== undefined) return known;
    const handle = build();
    this.memo.set(key, handle);
    return handle;
  }

  /** What is built inside looks at this, and not at what is looked at outside. */
  within(sight: Partial<Sight>, build: () => Handle): Handle {
    const before = this.sight;
    this.sight = { ...before, ...sight };
    const handle = build();
    this.sight = before;
    return handle;
  }

  constant(value: Exact): Handle {
    return this.node({ kind: 'constant', value });
  }
  code(index: number): Handle {
    return this.constant(exact(BigInt(index)));
  }
  day(date: CivilDate): Handle {
    return this.code(dayOf(date));
  }
  truth(value: boolean): Handle {
    return this.node({ kind: value ? 'all' : 'any', of: [] });
  }
  none(): Handle {
    return this.node({ kind: 'none' });
  }
  isNone(of: Handle): Handle {
    return this.node({ kind: 'isNone', of });
  }
  ifNone(of: Handle, otherwise: Handle): Handle {
    return this.node({ kind: 'ifNone', of, otherwise });
  }
  input(kind: PlanInput['kind'], id: string, sub?: string): Handle {
    return this.node({ kind: 'input', input: this.inputs.of(kind, id, sub) });
  }
  sum(of: readonly Handle[]): Handle {
    return of.length === 1 ? (of[0] as Handle) : this.node({ kind: 'sum', of });
  }
  product(left: Handle, right: Handle): Handle {
    return this.node({ kind: 'product', left, right });
  }
  negated(of: Handle): Handle {
    return this.product(of, this.constant(MINUS_ONE));
  }
  least(of: readonly Handle[]): Handle {
    return of.length === 1 ? (of[0] as Handle) : this.node({ kind: 'least', of });
  }
  greatest(of: readonly Handle[]): Handle {
    return of.length === 1 ? (of[0] as Handle) : this.node({ kind: 'greatest', of });
  }
  compare(op: '<' | '<=' | '=', left: Handle, right: Handle): Handle {
    return this.node({ kind: 'compare', op, left, right });
  }
  select(when: Handle, then: Handle, otherwise: Handle): Handle {
    return this.node({ kind: 'select', when, then, otherwise });
  }
  all(of: readonly Handle[]): Handle {
    return of.length === 1 ? (of[0] as Handle) : this.node({ kind: 'all', of });
  }
  any(of: readonly Handle[]): Handle {
    return of.length === 1 ? (of[0] as Handle) : this.node({ kind: 'any', of });
  }
  either(a: Handle, b: Handle): Handle {
    return this.any([a, b]);
  }
  not(of: Handle): Handle {
    return this.node({ kind: 'not', of });
  }
  literal(value: Literal): Handle {
    if (typeof value === 'boolean') return this.truth(value);
    if (typeof value === 'number') return this.code(value);
    if (value === 'none') return this.none();
    if ('code' in value) return this.node({ kind: 'code', value: value.code });
    return 'n' in value ? this.constant(value) : this.day(value);
  }

  // --- what has a name ----------------------------------------------------------------------------------------------

  /** A value under its name: given, it is not computed. */
  named(name: string, of: Handle): Handle {
    return this.node({ kind: 'figure', name, of, given: this.inputs.of('given', name) });
  }

  read(of: Reading): Handle {
    switch (of.kind) {
      case 'fact':
        return this.apart(`fact ${of.id}`, () => this.fact(of.id));
      case 'figure':
        return this.figure(of.id);
      case 'category':
        return this.apart(`category ${of.id}`, () => this.category(of.id));
      case 'part':
        return this.apart(`part ${of.path}`, () => this.partOf(this.partAt(of.path)));
      case 'score':
        return this.result('score', lowerScore);
      case 'score_tier':
        return this.result('score_tier', lowerScoreTier);
      case 'tier':
        return this.result('tier', lowerTier);
      case 'as_of':
        return this.day(this.moment.asOf);
      case 'period_start':
        return this.moment.periodStart === null ? this.none() : this.day(this.moment.periodStart);
    }
  }

  /** What all of it comes to, under its name. */
  private result(name: 'score' | 'score_tier' | 'tier', lower: (build: CoreBuilder) => Handle): Handle {
    return this.apart(name, () => this.named(name, lower(this)));
  }

  /** Built once, and from nobody's point of view. */
  private apart(key: string, build: () => Handle): Handle {
    return this.once(key, () => this.within(NOBODY, build));
  }

  protected fact(id: string): Handle {
    const { onlyIf, noneIs } = byId(this.rules.facts, id);
    return this.perhaps(this.input('fact', id), onlyIf, noneIs);
  }

  /** What exists only under a condition, and what it counts as where it does not. */
  private perhaps(value: Handle, onlyIf: Expression | undefined, noneIs: Literal | undefined): Handle {
    const there = onlyIf === undefined ? value : this.select(this.expression(onlyIf), value, this.none());
    return noneIs === undefined ? there : this.ifNone(there, this.literal(noneIs));
  }

  private figure(id: string): Handle {
    const { value, people, onlyIf, noneIs } = byId(this.rules.figures, id);
    const build = (): Handle => this.perhaps(lowerValue(value, this), onlyIf, noneIs);
    const { member } = this.sight;
    if (people !== undefined)
      return this.once(`figure ${id} #${member}`, () =>
        this.within({ options: new Map(), suffix: ` #${member}` }, build),
      );
    return this.apart(`figure ${id}`, () => this.named(id, build()));
  }

  category(id: string): Handle {
    const { list, when } = byId(this.rules.categories, id);
    const grounds = [
      ...(list === undefined ? [] : [this.input('category', id)]),
      ...(when === undefined ? [] : [this.expression(when)]),
    ];
    return this.all(grounds);
  }

  veto(id: string): Handle {
    const { when, unless } = byId(this.rules.vetoes, id);
    const holds = this.expression(when);
    return unless === undefined ? holds : this.all([holds, this.not(this.expression(unless))]);
  }

  has(fact: string, option: number): Handle {
    const { options } = byId(this.rules.facts, fact);
    return this.input('fact', fact, options[option] as string);
  }

  /** Of the member that is being looked at. */
  attribute(people: string, id: string): Handle {
    const value = this.input('fact', people, `${this.sight.member}.${id}`);
    const attribute = byId(byId(this.rules.facts, people).people?.attributes ?? [], id);
    return this.perhaps(value, undefined, attribute.noneIs);
  }

  discretion(part: string): Handle {
    return this.input('points', part);
  }

  value(value: CheckedValue): Handle {
    return lowerValue(value, this);
  }

  part(part: CheckedPart): Handle {
    return part.path === '' ? this.partOf(part) : this.read({ kind: 'part', path: part.path });
  }

  private partAt(path: string): CheckedPart {
    return partsOf(this.rules.score).find((part) => part.path === path) as CheckedPart;
  }

  /** Value, bounds, weight, rounding; 0 where the condition is false or no paper is shown. A plain part that is missing gives 0. */
  private partOf(part: CheckedPart): Handle {
    let value = lowerValue(part.value, this);
    if (part.atLeast !== undefined) value = this.greatest([value, this.constant(part.atLeast)]);
    if (part.atMost !== undefined) value = this.least([value, this.constant(part.atMost)]);
    if (part.weight !== undefined) value = this.product(value, this.constant(part.weight));
    if (part.round !== undefined) value = this.node({ kind: 'rounded', of: value, ...part.round });
    if (part.evidence?.missing === 'ask')
      value = this.select(this.input('evidence', part.path), value, this.constant(ZERO));
    if (part.when !== undefined) value = this.select(this.expression(part.when), value, this.constant(ZERO));
    if (part.value.kind !== 'section') value = this.node({ kind: 'given', of: value });
    return part.path === '' ? value : this.named(`score.${part.path}`, value);
  }

  expression(e: Expression): Handle {
    return lowerExpression(this, e);
  }

  // --- the tier -----------------------------------------------------------------------------------------------------

  /** What a veto leaves: its cap, or, where that lies below the floor and no person lets it stand, the floor. */
  vetoed(id: string): { readonly tier: Handle; readonly meetsFloor: Handle } {
    const veto = byId(this.rules.vetoes, id);
    const floor = lowerFloor(this);
    const best = this.greatest([lowerBase(this), floor]);
    const left = this.least([this.code(veto.cap), best]);
    const meetsFloor = this.compare('<', left, floor);
    const yields =
      veto.againstFloor === 'review' ? this.all([meetsFloor, this.not(this.input('veto', id))]) : meetsFloor;
    return { tier: this.select(yields, floor, left), meetsFloor };
  }
}
