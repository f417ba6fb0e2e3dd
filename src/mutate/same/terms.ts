import { hasValue, isCode, isFlag, type Node, operands, type Possible, settled } from '../../plan/index.js';
import { add, compare, type Exact, floor, formatExact, ONE, ZERO } from '../../value/index.js';

/** A number for what a node comes to: two nodes of one term come to the same for every student who is looked at. */
export type TermId = number;

export interface Term {
  /** All that is in it but the terms it is made of. */
  readonly shape: string;
  readonly of: readonly TermId[];
  readonly input?: number;
  /** Of a sum: what is added to all that it is made of. */
  readonly added?: Exact;
}

/** Terms of several rule sets, in one list: equal ones are made once. */
export class Terms {
  readonly all: Term[] = [];
  private readonly ids = new Map<string, TermId>();

  get(id: TermId): Term {
    return this.all[id] as Term;
  }

  /** Something that is settled. */
  literal(value: Possible): TermId {
    return this.make(`= ${literalText(value)}`, []);
  }

  /**
   * What a node comes to, from what its operands come to. What is settled is left out where it changes nothing: branches
   * that are not taken, conditions that hold anyway, rows of a table that no key finds, 0 of a sum.
   */
  ofNode(node: Node, id: number, values: readonly Possible[], terms: readonly TermId[]): TermId {
    const value = values[id] as Possible;
    return settled(value) ? this.literal(value) : this.open(node, values, terms);
  }

  private open(node: Node, values: readonly Possible[], terms: readonly TermId[]): TermId {
    const at = (id: number): Possible => values[id] as Possible;
    const term = (id: number): TermId => terms[id] as TermId;
    const plain = (id: number): boolean => !at(id).missing && !at(id).none;
    switch (node.kind) {
      case 'input':
        return this.make(`input ${node.input}`, [], { input: node.input });
      case 'figure':
        return term(node.of);
      case 'given':
        return at(node.of).missing ? this.make('given', [term(node.of)]) : term(node.of);
      case 'ifNone':
        if (!at(node.of).none) return term(node.of);
        return hasValue(at(node.of)) || at(node.of).missing
          ? this.make('ifNone', operands(node).map(term))
          : term(node.otherwise);
      case 'select': {
        const when = at(node.when);
        if (settled(when) && isFlag(when) && (when.yes || when.no))
          return term(when.yes ? node.then : node.otherwise);
        if (plain(node.when) && term(node.then) === term(node.otherwise)) return term(node.then);
        return this.make('select', operands(node).map(term));
      }
      case 'all':
      case 'any': {
        const open = node.of.filter((id) => !settled(at(id)) || !isFlag(at(id)) || !plain(id));
        const rest = distinct(open.map(term));
        return rest.length === 1 && open.every(plain) ? (rest[0] as TermId) : this.make(node.kind, rest);
      }
      case 'sum': {
        const parts = node.of.map((id) => settledNumber(at(id)) ?? term(id));
        return this.sum(
          parts.map((part) => (typeof part === 'number' ? this.summed(part) : { of: [], added: part })),
        );
      }
      case 'product': {
        for (const [one, other] of [
          [node.left, node.right],
          [node.right, node.left],
        ] as const) {
          const factor = settledNumber(at(one));
          if (factor !== null && compare(factor, ONE) === 0) return term(other);
        }
        return this.make('product', operands(node).map(term).sort(byNumber));
      }
      case 'least':
      case 'greatest': {
        const rest = this.extremes(node.kind, distinct(node.of.map(term)));
        return rest.length === 1 ? (rest[0] as TermId) : this.make(node.kind, rest);
      }
      case 'table': {
        const rows = node.keys.map((key, i) => rowsOf(at(key), node.sizes[i] as number));
        let cells = [0];
        for (const [i, mine] of rows.entries())
          cells = cells.flatMap((cell) => mine.map((row) => cell * (node.sizes[i] as number) + row));
        const found = cells.map((cell) => formatExact(node.cells[cell] as Exact));
        return this.make(`table ${JSON.stringify([rows, found])}`, node.keys.map(term));
      }
      default:
        return this.make(shapeOf(node), operands(node).map(term));
    }
  }

  private summed(id: TermId): Sum {
    const { of, added } = this.get(id);
    return added === undefined ? { of: [id], added: ZERO } : { of, added };
  }

  private sum(parts: readonly Sum[]): TermId {
    const of = parts.flatMap((part) => part.of).sort(byNumber);
    const added = parts.map((part) => part.added).reduce(add, ZERO);
    if (of.length === 1 && added.n === 0n) return of[0] as TermId;
    return this.make(`sum ${formatExact(added)}`, of, { added });
  }

  /** Of sums that differ by a constant alone, only the least or greatest can be it. */
  private extremes(kind: 'least' | 'greatest', terms: readonly TermId[]): readonly TermId[] {
    const sums = terms.map((id) => ({ id, ...this.summed(id) }));
    return sums
      .filter((one) =>
        sums.every((other) => {
          const side = compare(one.added, other.added);
          return one.of.join() !== other.of.join() || (kind === 'least' ? side <= 0 : side >= 0);
        }),
      )
      .map(({ id }) => id);
  }

  private make(shape: string, of: readonly TermId[], more: Partial<Term> = {}): TermId {
    const key = `${shape} (${of.join(' ')})`;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    this.all.push({ shape, of, ...more });
    this.ids.set(key, this.all.length - 1);
    return this.all.length - 1;
  }
}

type Sum = Required<Pick<Term, 'of' | 'added'>>;

const byNumber = (a: number, b: number): number => a - b;
const distinct = (terms: readonly TermId[]): readonly TermId[] => [...new Set(terms)].sort(byNumber);

/** Everything of a node but which nodes it looks at. */
function shapeOf(node: Node): string {
  const {
    left: _,
    right: _right,
    of: _of,
    keys: _keys,
    ...rest
  } = node as unknown as Record<string, unknown>;
  return JSON.stringify(rest, (_key, value) => (typeof value === 'bigint' ? `${value}n` : value));
}

function settledNumber(p: Possible): Exact | null {
  if (isFlag(p) || isCode(p) || !settled(p)) return null;
  return p.range === null ? null : p.range.low;
}

/** The rows of a table that a key can find. */
function rowsOf(key: Possible, size: number): readonly number[] {
  if (isFlag(key)) return [...(key.no ? [0] : []), ...(key.yes ? [1] : [])];
  if (isCode(key) || key.range === null) return [];
  const { range, among } = key;
  const within = (row: bigint): boolean => row >= 0n && row < BigInt(size);
  if (among !== undefined) return among.map(floor).filter(within).map(Number);
  const [low, high] = [floor(range.low), floor(range.high)];
  return Array.from({ length: size }, (_, row) => row).filter((row) => low <= row && row <= high);
}

function literalText(p: Possible): string {
  if (p.missing) return 'missing';
  if (p.none) return 'none';
  if (isFlag(p)) return p.yes ? 'true' : p.no ? 'false' : 'unreached';
  if (isCode(p)) return p.codes.length === 0 ? 'unreached' : JSON.stringify(p.codes);
  return p.range === null ? 'unreached' : formatExact(p.range.low);
}
