import type { Known, KnownPeople, KnownScalar, KnownSet } from '../../../src/reference/index.js';
import type { Decision, Enrolment, FactInput, SourceRef, Student } from '../../../src/roster/index.js';
import type { LinkedFact } from '../../../src/rules/index.js';
import { type Case, type Ground, valueFor } from './case.js';
import type { Dice } from './dice.js';
import { saidCategories, whoAsks } from './said-categories.js';
import { AFTER, BEFORE, saidDecisions } from './said-decisions.js';
import { saidGiven } from './said-given.js';
import { badValue, written } from './written.js';

const SOURCE: SourceRef = { file: 'survey.csv', row: 7 };

/** Says one case as a caller would, with some of it not known, decided, doubted or badly written. */
export class Saying {
  readonly ground: Ground;
  readonly truth: Case;
  readonly dice: Dice;
  readonly marks = new Set<string>();
  readonly decisions: Decision[] = [];
  private readonly number: number;
  private readonly facts: Record<string, FactInput> = {};
  private readonly sources: Record<string, SourceRef> = {};
  /** How many completions are left to spend on what is not known. */
  private left: number;

  constructor(ground: Ground, truth: Case, number: number, budget: number, dice: Dice) {
    this.ground = ground;
    this.truth = truth;
    this.number = number;
    this.dice = dice;
    this.left = budget;
  }

  student(): Student {
    const { dice } = this;
    if (dice.chance(4)) return this.unreadable();
    const given = saidGiven(this);
    saidDecisions(this);
    const asked = dice.weighted([
      [84, 'applied'],
      [9, 'nobody'],
      [7, 'others'],
    ] as const);
    const categories = saidCategories(this, asked);
    const unknown = this.chooseUnknown();
    for (const fact of this.ground.rules.facts) {
      if (fact.document.origin === 'enrolment') continue;
      const value = this.truth.facts.get(fact.id) as Known;
      if (unknown.has(fact.id)) this.leaveOpen(fact, value);
      else this.say(fact, value);
    }
    if (dice.chance(4)) {
      this.mark('unknown fact id');
      this.facts.nobody = true;
    }
    const others = dice.chance(60) ? { otherCategories: dice.pick(['out', 'out', 'unknown'] as const) } : {};
    const papers = this.papers();
    return {
      key: `s${this.number}`,
      enrolments: this.enrolments(unknown),
      applied: asked === 'applied',
      ...whoAsks(this, asked, categories.asks),
      ...(Object.keys(this.facts).length > 0 || dice.chance(50) ? { facts: this.facts } : {}),
      ...(Object.keys(this.sources).length > 0 ? { factSources: this.sources } : {}),
      ...(categories.list.length > 0 || dice.chance(50) ? { categories: categories.list } : {}),
      ...(categories.list.length >= categories.named ? others : { otherCategories: 'out' as const }),
      ...(this.decisions.length > 0 || dice.chance(30) ? { decisions: dice.shuffled(this.decisions) } : {}),
      ...(papers.length > 0 || dice.chance(30) ? { papers } : {}),
      ...given,
    };
  }

  mark(name: string): void {
    this.marks.add(name);
  }

  /** Something that is not known costs as many completions as it has values. */
  spend(values: number): boolean {
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

  private papers(): NonNullable<Student['papers']> {
    const { dice } = this;
    return (['card', 'letter'] as const).flatMap((paper) => {
      if (dice.chance(25)) return [];
      const issued = dice.weighted([
        [8, '2025-09-15'],
        [1, '2025-08-02'],
        [1, '2025-04-01'],
        [1, '2024-10-01'],
        [1, '2025-10-02'],
        [1, 'soon'],
      ]);
      this.mark(issued === '2025-09-15' ? 'paper shown' : 'paper of another day');
      return [{ paper: dice.chance(3) ? 'nothing' : paper, issued }];
    });
  }

  // --- facts -------------------------------------------------------------------------------------------------------

  private chooseUnknown(): ReadonlySet<string> {
    const unknown = new Set<string>();
    const { dice, ground } = this;
    // What has many values is seldom left open behind others: mostly it comes first.
    const dear = (fact: LinkedFact): number => (/code|people/.test(fact.type.kind) ? 0 : 1);
    const order = dice.shuffled(ground.rules.facts);
    if (dice.chance(85)) order.sort((a, b) => dear(a) - dear(b));
    for (const fact of order) {
      const quiet = fact.unknown.policy === 'no_points' || fact.assumed !== undefined;
      const unread = !ground.reads.has(fact.id);
      if (quiet || unread ? !dice.chance(40) : this.left <= 1 || !dice.chance(60) || !this.afford(fact))
        continue;
      unknown.add(fact.id);
      this.mark(
        quiet ? `unknown ${fact.unknown.policy}` : unread ? 'unknown unread' : `unknown ${fact.type.kind}`,
      );
      if (fact.unknown.policy === 'block') this.mark('unknown block');
    }
    return unknown;
  }

  /** Whether all of a fact may be left open; of sets and people that is seldom so, and part of them can be. */
  private afford({ id, type, options, people }: LinkedFact): boolean {
    const { sizes } = this.ground;
    if (type.kind === 'several') return this.left >= 2 && (this.spend(2 ** options.length) || true);
    if (people === undefined) return this.spend(sizes.get(id) ?? 1e9);
    return this.left >= 2;
  }

  private say(fact: LinkedFact, value: Known): void {
    const { dice, ground } = this;
    const other = () => written(fact, valueFor(ground, fact, dice), dice);
    if (value === 'none') this.mark('none said');
    if (dice.chance(8) || (fact.by !== undefined && dice.chance(90))) {
      this.mark('fact decided');
      this.decideFact(fact, written(fact, value, dice), dice.pick(BEFORE));
      if (dice.chance(50)) this.facts[fact.id] = other();
      if (dice.chance(25)) {
        this.mark('fact decided twice');
        this.decideFact(fact, other(), '2025-09-01');
      }
      return;
    }
    if (dice.chance(3)) {
      this.mark('decision not yet known');
      this.decideFact(fact, other(), AFTER);
    }
    this.facts[fact.id] = written(fact, value, dice);
    if (dice.chance(10)) this.sources[fact.id] = SOURCE;
  }

  private decideFact(fact: LinkedFact, value: FactInput, on: string): void {
    const source = this.dice.chance(20) ? { source: SOURCE } : {};
    const by = this.dice.chance(97) ? 'visit' : 'nobody';
    this.decisions.push({ kind: 'fact', fact: fact.id, value, by, on, because: '走访', ...source });
  }

  private leaveOpen(fact: LinkedFact, value: Known): void {
    const { dice } = this;
    const partly = typeof value === 'object' && ('in' in value || 'list' in value);
    if (partly && dice.chance(fact.unknown.policy === 'no_points' ? 40 : 80)) {
      this.sayPartly(fact, value);
      return;
    }
    const how = dice.weighted([
      [10, 'absent'],
      [2, 'null'],
      [2, 'undefined'],
      [6, 'bad value'],
      [3, 'conflict'],
    ] as const);
    this.mark(how === 'bad value' || how === 'conflict' ? how : 'not given');
    if (how === 'null') this.facts[fact.id] = null;
    if (how === 'undefined') this.facts[fact.id] = undefined;
    if (how === 'bad value') this.facts[fact.id] = badValue(fact, dice);
    if (how === 'conflict') this.sayTwoThings(fact);
  }

  private sayPartly(fact: LinkedFact, value: KnownSet | KnownPeople): void {
    const said = 'in' in value ? this.partOfSet(value) : this.partOfPeople(fact, value);
    this.facts[fact.id] = written(fact, said, this.dice);
  }

  private partOfSet(value: KnownSet): KnownSet {
    const { dice } = this;
    this.mark('several partly known');
    const kept = (of: ReadonlySet<number>): ReadonlySet<number> =>
      new Set([...of].filter(() => !(dice.chance(60) && this.spend(2))));
    return { in: kept(value.in), out: kept(value.out) };
  }

  private partOfPeople(fact: LinkedFact, value: KnownPeople): KnownPeople {
    const { dice, ground } = this;
    const { most, attributes } = fact.people as NonNullable<LinkedFact['people']>;
    const each = attributes.map((one) => ground.sizes.get(`${fact.id}.${one.id}`) ?? 1e9);
    const others = each.reduce((product, size) => product * size, 1);
    // Perhaps one that there is is not listed.
    const fewer = dice.chance(60) ? value.list.slice(0, -1) : value.list;
    const free = most - fewer.length;
    // What no outcome rests on costs nothing.
    const pay = (values: number): boolean => !ground.reads.has(fact.id) || this.spend(values);
    const incomplete = free > 0 && dice.chance(70) && pay((2 * others) ** free);
    if (incomplete) this.mark('people not complete');
    const list = (incomplete ? fewer : value.list).map((person) => {
      const known = new Map<string, KnownScalar>(person);
      for (const [i, { id }] of attributes.entries()) {
        if (!dice.chance(40) || !pay(each[i] as number)) continue;
        this.mark('attribute not known');
        known.delete(id);
      }
      return known;
    });
    // Of a full list it makes no difference whether it is said to be complete.
    return { complete: !incomplete && (list.length < most || dice.chance(60)), list };
  }

  private sayTwoThings(fact: LinkedFact): void {
    const { dice, ground } = this;
    const a = written(fact, this.truth.facts.get(fact.id) as Known, dice);
    const b = written(fact, valueFor(ground, fact, dice), dice);
    this.decideFact(fact, a, '2025-09-20');
    this.decideFact(fact, JSON.stringify(a) === JSON.stringify(b) ? null : b, '2025-09-20');
  }

  // --- enrolments --------------------------------------------------------------------------------------------------

  private enrolments(unknown: ReadonlySet<string>): Enrolment[] {
    const { dice, truth, ground } = this;
    const known: Record<string, unknown> = {};
    for (const fact of ground.rules.facts) {
      if (fact.document.origin !== 'enrolment' || unknown.has(fact.id)) continue;
      const value = written(fact, truth.facts.get(fact.id) as Known, dice);
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
}
