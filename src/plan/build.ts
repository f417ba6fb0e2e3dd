import {
  type Builder,
  type CheckedPart,
  type Expression,
  type Handle,
  lowerValue,
  type Reading,
  type RuleSet,
} from '../rules/index.js';
import { type Exact, exact, negate, ONE, ZERO } from '../value/index.js';
import type { PlanInput } from './input.js';
import type { Node, NodeId } from './node.js';

const MINUS_ONE = negate(ONE);

/** Translates a rule set to the core. Equal nodes are built once. */
export class CoreBuilder implements Builder {
  readonly nodes: Node[] = [];
  /** Points of every part, by path. */
  readonly parts = new Map<string, NodeId>();
  private readonly rules: RuleSet;
  private readonly inputOf: (kind: PlanInput['kind'], id: string) => number;
  private readonly same = new Map<string, Handle>();
  private readonly memo = new Map<string, Handle>();

  constructor(rules: RuleSet, inputOf: CoreBuilder['inputOf']) {
    this.rules = rules;
    this.inputOf = inputOf;
  }

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

  constant(value: Exact): Handle {
    return this.node({ kind: 'constant', value });
  }
  code(index: number): Handle {
    return this.constant(exact(BigInt(index)));
  }
  input(kind: PlanInput['kind'], id: string): Handle {
    return this.node({ kind: 'input', input: this.inputOf(kind, id) });
  }
  sum(of: readonly Handle[]): Handle {
    return of.length === 1 ? (of[0] as Handle) : this.node({ kind: 'sum', of });
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

  /** Value, bounds, weight; 0 where the condition is false. A plain part that is missing gives 0. */
  part(part: CheckedPart): Handle {
    let value = lowerValue(part.value, this);
    if (part.atLeast !== undefined) value = this.greatest([value, this.constant(part.atLeast)]);
    if (part.atMost !== undefined) value = this.least([value, this.constant(part.atMost)]);
    if (part.weight !== undefined)
      value = this.node({ kind: 'product', left: value, right: this.constant(part.weight) });
    if (part.when !== undefined) value = this.select(this.expression(part.when), value, this.constant(ZERO));
    if (part.value.kind !== 'section') value = this.node({ kind: 'given', of: value });
    this.parts.set(part.path, value);
    return value;
  }

  read(of: Reading): Handle {
    switch (of.kind) {
      case 'fact':
        return this.input('fact', of.id);
      case 'figure':
        return this.once(`figure ${of.id}`, () => lowerValue(byId(this.rules.figures, of.id).value, this));
      case 'category':
        return this.once(`category ${of.id}`, () => this.category(of.id));
      case 'score':
        return this.once('score', () => {
          const zero = this.any(this.rules.vetoes.filter((v) => v.zeroScore).map((v) => this.veto(v.id)));
          return this.select(zero, this.constant(ZERO), this.part(this.rules.score));
        });
      case 'score_tier':
        return this.once('score_tier', () => this.scoreTier());
      case 'tier':
        return this.once('tier', () => this.tier());
    }
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

  /** The number of cuts the score reaches: 0 below the last tier. */
  private scoreTier(): Handle {
    const score = this.read({ kind: 'score' });
    return this.rules.tiers.reduce<Handle>(
      (lower, tier, i) =>
        this.select(this.compare('<=', this.constant(tier.from), score), this.code(i + 1), lower),
      this.code(0),
    );
  }

  floor(): Handle {
    const floors = this.rules.categories
      .filter((category) => category.floor !== undefined)
      .map((category) =>
        this.select(
          this.read({ kind: 'category', id: category.id }),
          this.code(category.floor as number),
          this.code(0),
        ),
      );
    return this.greatest([this.code(0), ...floors]);
  }

  /** What a veto leaves: its cap, or, where that lies below the floor and no person lets it stand, the floor. */
  vetoed(id: string): { readonly tier: Handle; readonly meetsFloor: Handle } {
    const veto = byId(this.rules.vetoes, id);
    const floor = this.floor();
    const best = this.greatest([this.read({ kind: 'score_tier' }), floor]);
    const left = this.least([this.code(veto.cap), best]);
    const meetsFloor = this.compare('<', left, floor);
    const yields =
      veto.againstFloor === 'review' ? this.all([meetsFloor, this.not(this.input('veto', id))]) : meetsFloor;
    return { tier: this.select(yields, floor, left), meetsFloor };
  }

  /** The tier a person decided, though never less than floors give, or else the recommended one. */
  private tier(): Handle {
    const floor = this.floor();
    const best = this.greatest([this.read({ kind: 'score_tier' }), floor]);
    const afterVetoes = (otherwise: Handle): Handle =>
      this.least([
        otherwise,
        ...this.rules.vetoes.map((veto) =>
          this.select(this.veto(veto.id), this.vetoed(veto.id).tier, otherwise),
        ),
      ]);
    return this.select(
      this.input('decision', 'decided'),
      // A floor gives way only to a veto that a person let stand against it.
      this.greatest([this.input('decision', 'tier'), afterVetoes(floor)]),
      afterVetoes(best),
    );
  }

  expression(e: Expression): Handle {
    switch (e.kind) {
      case 'number':
        return this.constant(e.value);
      case 'flag':
        return this.node({ kind: e.value ? 'all' : 'any', of: [] });
      case 'option':
        return this.code(e.index);
      case 'read':
        return this.read(e.of);
      case 'lookup': {
        const { sizes, cells } = byId(this.rules.tables, e.table);
        return this.node({ kind: 'table', keys: e.keys.map((key) => this.expression(key)), sizes, cells });
      }
      case 'arithmetic': {
        const [left, right] = [this.expression(e.left), this.expression(e.right)];
        if (e.op === '+') return this.sum([left, right]);
        if (e.op === '-') return this.sum([left, this.negated(right)]);
        return this.node({ kind: e.op === '*' ? 'product' : 'quotient', left, right });
      }
      case 'negate':
        return this.negated(this.expression(e.of));
      case 'abs': {
        const of = this.expression(e.of);
        return this.greatest([of, this.negated(of)]);
      }
      case 'least':
        return this.least(e.of.map((x) => this.expression(x)));
      case 'greatest':
        return this.greatest(e.of.map((x) => this.expression(x)));
      case 'round':
        return this.node({ kind: 'rounded', of: this.expression(e.of), step: e.step, mode: e.mode });
      case 'compare':
        return this.comparison(e.op, this.expression(e.left), this.expression(e.right));
      case 'in': {
        const of = this.expression(e.of);
        return this.any(e.options.map((option) => this.compare('=', of, this.code(option))));
      }
      case 'and':
        return this.all(e.of.map((x) => this.expression(x)));
      case 'or':
        return this.any(e.of.map((x) => this.expression(x)));
      case 'not':
        return this.not(this.expression(e.of));
      case 'if':
        return this.select(this.expression(e.when), this.expression(e.then), this.expression(e.otherwise));
    }
  }

  private negated(of: Handle): Handle {
    return this.node({ kind: 'product', left: of, right: this.constant(MINUS_ONE) });
  }

  private comparison(op: string, left: Handle, right: Handle): Handle {
    switch (op) {
      case '>':
        return this.compare('<', right, left);
      case '>=':
        return this.compare('<=', right, left);
      case '!=':
        return this.not(this.compare('=', left, right));
      default:
        return this.compare(op as '<' | '<=' | '=', left, right);
    }
  }
}

function byId<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  return list.find((one) => one.id === id) as T;
}
