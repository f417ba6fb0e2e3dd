import type { Known } from '../../../src/reference/index.js';
import type {
  CategoryInput,
  Decision,
  Enrolment,
  FactInput,
  SourceRef,
  Student,
} from '../../../src/roster/index.js';
import type { LinkedFact } from '../../../src/rules/index.js';
import { formatExact } from '../../../src/value/index.js';
import { type Case, type Ground, neighbour, randomCase, standingOf, towardsCut, valueFor } from './case.js';
import type { Dice } from './dice.js';

/** What a student was made to be, for the account of the distribution. */
export interface MadeStudent {
  readonly student: Student;
  /** The case behind it. */
  readonly truth: Case;
  readonly marks: readonly string[];
}

export const CONTEXT = { period: '2025-autumn', asOf: '2025-10-01', knownAt: '2025-10-15' } as const;
const SOURCE: SourceRef = { file: 'survey.csv', row: 7 };
const BEFORE = ['2025-09-10', '2025-09-20', '2025-10-15'] as const;
const AFTER = '2025-10-16';

/** Students for one rule set: cases near the cuts and their neighbours, each said in another way. */
export function studentsFor(ground: Ground, count: number, dice: Dice): MadeStudent[] {
  const made: MadeStudent[] = [];
  let near: Case | null = null;
  for (let i = 0; i < count; i += 1) {
    let truth: Case;
    if (near === null || dice.chance(30)) {
      truth = randomCase(ground, dice);
      if (dice.chance(75)) truth = towardsCut(ground, truth, 8, dice);
    } else truth = neighbour(ground, near, dice);
    const { distance } = standingOf(ground, truth);
    if (distance.n <= distance.d) near = truth;
    made.push(new Saying(ground, truth, i, dice).student());
  }
  return made;
}

/** One case said plainly, without some of its facts, its lists known or not spoken of, and nothing decided. */
export function plainStudent(
  { rules }: Ground,
  truth: Case,
  unknown: ReadonlySet<string>,
  listsUnknown: boolean,
): Student {
  const facts: Record<string, FactInput> = {};
  const enrolled: Record<string, FactInput> = {};
  for (const fact of rules.facts) {
    if (unknown.has(fact.id)) continue;
    const value = truth.facts.get(fact.id) as Known;
    const text = textOf(fact, value);
    if (fact.document.origin === 'enrolment')
      enrolled[fact.id] = fact.type.kind === 'number' ? Number(text) : text;
    else facts[fact.id] = text;
  }
  const categories = [...truth.categories].map(
    ([category, member]): CategoryInput => ({ category, status: member ? 'in' : 'out' }),
  );
  return {
    key: 'plain',
    enrolments: [{ school: 'a', ...enrolled } as Enrolment],
    applied: true,
    facts,
    categories: listsUnknown ? [] : categories,
  };
}

function textOf(fact: LinkedFact, value: Known): boolean | string {
  if (typeof value === 'boolean') return value;
  return typeof value === 'number' ? (fact.options[value] as string) : formatExact(value);
}

/** Says one case as a caller would, with some of it not known, decided, doubted or badly written. */
class Saying {
  private readonly ground: Ground;
  private readonly truth: Case;
  private readonly dice: Dice;
  private readonly number: number;
  private readonly marks = new Set<string>();
  private readonly facts: Record<string, FactInput> = {};
  private readonly sources: Record<string, SourceRef> = {};
  private readonly decisions: Decision[] = [];
  /** How many completions are left to spend on what is not known. */
  private left: number;

  constructor(ground: Ground, truth: Case, number: number, dice: Dice) {
    this.ground = ground;
    this.truth = truth;
    this.number = number;
    this.dice = dice;
    this.left = dice.weighted([
      [45, 1],
      [30, 8],
      [20, 32],
      [5, 100],
    ]);
  }

  student(): MadeStudent {
    const { dice } = this;
    if (dice.chance(4)) return this.made(this.unreadable());
    this.vetoDecisions();
    const asked = dice.weighted([
      [84, 'applied'],
      [9, 'nobody'],
      [7, 'others'],
    ] as const);
    const categories = this.categories(asked);
    const unknown = this.chooseUnknown();
    const said = new Set<string>();
    for (const fact of this.ground.rules.facts) {
      if (fact.document.origin === 'enrolment') {
        said.add(fact.id);
        continue;
      }
      const value = this.truth.facts.get(fact.id) as Known;
      if (unknown.has(fact.id)) this.leaveOpen(fact);
      else this.say(fact, value);
    }
    if (dice.chance(4)) {
      this.mark('unknown fact id');
      this.facts.nobody = true;
    }
    const enrolments = this.enrolments(unknown);
    this.waiver();
    this.tierDecision();
    const others = dice.chance(60) ? { otherCategories: dice.pick(['out', 'out', 'unknown'] as const) } : {};
    const student: Student = {
      key: `s${this.number}`,
      enrolments,
      applied: asked === 'applied',
      ...this.whoAsks(asked, categories.asks),
      ...(Object.keys(this.facts).length > 0 || dice.chance(50) ? { facts: this.facts } : {}),
      ...(Object.keys(this.sources).length > 0 ? { factSources: this.sources } : {}),
      ...(categories.list.length > 0 || dice.chance(50) ? { categories: categories.list } : {}),
      ...(categories.list.length >= categories.named ? others : { otherCategories: 'out' as const }),
      ...(this.decisions.length > 0 || dice.chance(30) ? { decisions: dice.shuffled(this.decisions) } : {}),
    };
    return this.made(student);
  }

  private made(student: Student): MadeStudent {
    return { student, truth: this.truth, marks: [...this.marks] };
  }

  private mark(name: string): void {
    this.marks.add(name);
  }

  /** Something that is not known costs as many completions as it has values. */
  private spend(values: number): boolean {
    if (values > this.left) return false;
    this.left = Math.floor(this.left / values);
    return true;
  }

  private unreadable(): Student {
    const plain: Student = { key: `s${this.number}`, enrolments: [{ school: 'a' }], applied: true };
    const broken = this.dice.pick<unknown>([
      { ...plain, key: '' },
      { ...plain, key: 7 },
      { ...plain, enrolments: null },
      { ...plain, enrolments: {} },
      { enrolments: [], applied: false },
    ]);
    return broken as Student;
  }

  // --- facts -------------------------------------------------------------------------------------------------------

  private chooseUnknown(): ReadonlySet<string> {
    const unknown = new Set<string>();
    for (const fact of this.dice.shuffled(this.ground.rules.facts)) {
      const quiet = fact.unknown.policy === 'no_points' || fact.assumed !== undefined;
      const unread = !this.ground.plan.reads.has(fact.id);
      const domain = this.ground.domains.get(fact.id);
      const free = quiet || unread;
      if (
        free
          ? this.dice.chance(40)
          : this.left > 1 && this.dice.chance(60) && domain !== null && this.spend(domain?.length ?? 1e9)
      ) {
        unknown.add(fact.id);
        this.mark(
          quiet ? `unknown ${fact.unknown.policy}` : unread ? 'unknown unread' : `unknown ${fact.type.kind}`,
        );
        if (fact.unknown.policy === 'block') this.mark('unknown block');
      }
    }
    return unknown;
  }

  private say(fact: LinkedFact, value: Known): void {
    const { dice } = this;
    if (dice.chance(8)) {
      this.mark('fact decided');
      this.decideFact(fact, this.written(fact, value), dice.pick(BEFORE));
      if (dice.chance(50)) this.facts[fact.id] = this.written(fact, valueFor(this.ground, fact, dice));
      if (dice.chance(25)) {
        this.mark('fact decided twice');
        this.decideFact(fact, this.written(fact, valueFor(this.ground, fact, dice)), '2025-09-01');
      }
      return;
    }
    if (dice.chance(3)) {
      this.mark('decision not yet known');
      this.decideFact(fact, this.written(fact, valueFor(this.ground, fact, dice)), AFTER);
    }
    this.facts[fact.id] = this.written(fact, value);
    if (dice.chance(10)) this.sources[fact.id] = SOURCE;
  }

  /** A number as text, or as a safe integer where it is one. */
  private written(fact: LinkedFact, value: Known): FactInput {
    if (typeof value !== 'object') return textOf(fact, value);
    if (value.d === 1n && this.dice.chance(50)) return Number(value.n);
    const text = formatExact(value);
    return this.dice.chance(10) && text.includes('.') ? `${text}0` : text;
  }

  private decideFact(fact: LinkedFact, value: FactInput, on: string): void {
    const source = this.dice.chance(20) ? { source: SOURCE } : {};
    this.decisions.push({ kind: 'fact', fact: fact.id, value, by: 'visit', on, because: '走访', ...source });
  }

  private leaveOpen(fact: LinkedFact): void {
    const how = this.dice.weighted([
      [10, 'absent'],
      [2, 'null'],
      [2, 'undefined'],
      [6, 'bad value'],
      [3, 'conflict'],
    ] as const);
    this.mark(how === 'bad value' || how === 'conflict' ? how : 'not given');
    if (how === 'null') this.facts[fact.id] = null;
    if (how === 'undefined') this.facts[fact.id] = undefined;
    if (how === 'bad value') this.facts[fact.id] = this.badValue(fact);
    if (how === 'conflict') this.sayTwoThings(fact);
  }

  private sayTwoThings(fact: LinkedFact): void {
    const [a, b] = [this.truth.facts.get(fact.id) as Known, valueFor(this.ground, fact, this.dice)].map((v) =>
      this.written(fact, v),
    );
    this.decideFact(fact, a, '2025-09-20');
    this.decideFact(fact, a === b ? null : b, '2025-09-20');
  }

  private badValue(fact: LinkedFact): FactInput {
    const junk: readonly unknown[] =
      fact.type.kind === 'flag'
        ? ['true', 1, 0, '', 'yes', {}]
        : fact.type.kind === 'choice'
          ? ['nowhere', '', 1, true, 'GOOD', []]
          : [
              0.5,
              Number.NaN,
              2 ** 53,
              '1e3',
              '007',
              '+1',
              '-0',
              ' 1',
              '1,000',
              '0x1F',
              '99999999',
              '-99999',
              '0.0001',
              true,
              '',
              '1'.repeat(41),
              {},
            ];
    return this.dice.pick(junk) as FactInput;
  }

  // --- enrolments --------------------------------------------------------------------------------------------------

  private enrolments(unknown: ReadonlySet<string>): Enrolment[] {
    const { dice, truth, ground } = this;
    const known: Record<string, unknown> = {};
    for (const fact of ground.rules.facts) {
      if (fact.document.origin !== 'enrolment' || unknown.has(fact.id)) continue;
      const value = this.written(fact, truth.facts.get(fact.id) as Known);
      known[fact.id] = fact.type.kind === 'number' ? Number(value) : value;
    }
    const here = { school: 'a', ...known } as Enrolment;
    const past: Enrolment = { school: 'b', from: '2024-09-01', until: '2025-07-15' };
    if (dice.chance(4)) {
      this.mark('enrolment ended');
      return [past];
    }
    if (dice.chance(3)) {
      this.mark('no enrolment');
      return [];
    }
    if (dice.chance(6)) {
      this.mark('two enrolments');
      return [here, { ...here, school: dice.pick(['0', 'c']) }];
    }
    const dated: Enrolment = dice.chance(20)
      ? { ...here, from: '2025-09-01', until: dice.pick(['2025-10-01', '2026-07-15']) }
      : here;
    return dice.chance(10) ? [past, dated] : [dated];
  }

  // --- categories and who asks -------------------------------------------------------------------------------------

  private categories(asked: 'applied' | 'nobody' | 'others'): {
    readonly list: CategoryInput[];
    readonly named: number;
    readonly asks: boolean;
  } {
    const { dice, ground, truth } = this;
    const listed = ground.rules.categories.filter((c) => c.list !== undefined);
    const list: CategoryInput[] = [];
    let asks = false;
    for (const { id } of listed) {
      const evidence = dice.chance(30) ? { evidence: [SOURCE] } : {};
      const open = dice.chance(20) && this.spend(2);
      if (open) {
        const doubt = dice.pick(
          asked === 'nobody'
            ? (['listMissing', 'listStale', undefined] as const)
            : (['openMatch', 'listMissing', 'listStale', 'rowUnclear', 'notSaid', undefined] as const),
        );
        asks ||= doubt === 'openMatch' || doubt === 'rowUnclear';
        this.mark(`category unknown${doubt === undefined ? '' : ` ${doubt}`}`);
        list.push({
          category: id,
          status: 'unknown',
          ...(doubt === undefined ? {} : { doubt }),
          ...evidence,
        });
        continue;
      }
      const member = truth.categories.get(id) === true && asked !== 'nobody';
      asks ||= member;
      this.mark(member ? 'category in' : 'category out');
      list.push({ category: id, status: member ? 'in' : 'out', ...evidence });
      if (dice.chance(4)) {
        this.mark('category said twice');
        list.push({ category: id, status: 'out' });
      }
    }
    const named = listed.length;
    if (dice.chance(4)) {
      this.mark('category unknown id');
      list.push({ category: 'nowhere', status: 'out' });
    }
    const derived = ground.rules.categories.find((c) => c.list === undefined);
    if (derived !== undefined && dice.chance(8)) {
      this.mark('category derived said');
      list.push({ category: derived.id, status: asked === 'nobody' ? 'out' : 'in' });
      asks ||= asked !== 'nobody';
    }
    return { list: dice.shuffled(list), named, asks };
  }

  private whoAsks(asked: 'applied' | 'nobody' | 'others', asks: boolean): Partial<Student> {
    const { dice } = this;
    if (asked === 'nobody') {
      this.mark('nobody asks');
      return dice.chance(50) ? { aidedBefore: false, signals: [] } : {};
    }
    if (asked === 'applied') return dice.chance(20) ? { aidedBefore: dice.chance(50) } : {};
    this.mark('asked by others');
    if (asks && dice.chance(50)) return {};
    return dice.chance(50) ? { aidedBefore: true } : { signals: ['low_spending'] };
  }

  // --- decisions ---------------------------------------------------------------------------------------------------

  private vetoDecisions(): void {
    const { dice, ground } = this;
    for (const veto of ground.rules.vetoes) {
      const open = veto.againstFloor === 'review';
      if (open && dice.chance(50) && this.spend(2)) continue;
      // What is not said of a veto stays open; that too has to be paid for.
      if (!open && dice.chance(90)) continue;
      const stands = dice.chance(50);
      this.mark(stands ? 'veto stands' : 'veto yields');
      this.decisions.push({
        kind: 'veto',
        veto: veto.id,
        stands,
        by: 'review',
        on: dice.pick(BEFORE),
        because: '复核',
      });
    }
    if (dice.chance(3)) {
      this.mark('decision of unknown id');
      this.decisions.push({
        kind: 'veto',
        veto: 'nowhere',
        stands: true,
        by: 'review',
        on: '2025-09-20',
        because: '复核',
      });
    }
  }

  private waiver(): void {
    const { dice } = this;
    if (!dice.chance(8)) return;
    const late = dice.chance(20);
    this.mark(late ? 'decision not yet known' : 'waiver');
    this.decisions.push({
      kind: 'waiver',
      paper: 'no-12',
      by: 'guardian',
      on: late ? AFTER : dice.pick(BEFORE),
      because: '自愿',
    });
  }

  private tierDecision(): void {
    const { dice, ground } = this;
    if (!dice.chance(16)) return;
    const decide = (on: string): void => {
      const tier = dice.chance(95) ? dice.pick(ground.rules.tierIds) : 'nowhere';
      if (tier === 'nowhere') this.mark('decision of unknown id');
      this.decisions.push({ kind: 'tier', tier, by: 'school_group', on, because: '评议' });
    };
    this.mark('tier decision');
    decide(dice.pick(BEFORE));
    if (dice.chance(25)) decide('2025-09-05');
    if (dice.chance(10)) {
      this.mark('decision bad date');
      decide(dice.pick(['2025-02-30', 'soon', '']));
    }
  }
}
