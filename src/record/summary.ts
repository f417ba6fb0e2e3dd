import { SEMANTICS } from '../determine/index.js';
import {
  ENTRY_STATES,
  type EntryOutcome,
  type EntryState,
  type Equation,
  isAnybody,
} from '../reconcile/index.js';
import { compareText } from '../roster/index.js';
import type { RuleSet } from '../rules/index.js';
import { type Balance, balance } from './balance.js';
import { ListedBook, type ListedTally, listedBalances, outcomeBalance, partBalances } from './balances.js';
import type { Counted } from './decided.js';
import type { RunHead } from './manifest.js';
import { type Group, GroupBook, type Tally, TallyBook } from './tally.js';

/** Where the entries of one list ended. */
export interface ListTally {
  readonly list: string;
  /** Of comparison results, which are counted apart from the raw lists. */
  readonly evidence?: 'comparison';
  readonly physicalRows: number;
  readonly rowsOfNoPerson: number;
  readonly entries: number;
  readonly states: Readonly<Record<EntryState, number>>;
  /** Entries that may be about anybody, so that nobody is held open by them. */
  readonly anybody: number;
}

/** Everything a run counts, with both sides of every equation. */
export interface Summary extends RunHead {
  readonly format: 'bulou-summary/0';
  readonly semantics: typeof SEMANTICS;
  readonly students: Tally;
  readonly byStage: readonly Group[];
  readonly bySetting: readonly Group[];
  readonly byArea: readonly Group[];
  readonly bySchool: readonly Group[];
  readonly roster: { readonly rows: number; readonly duplicates: number; readonly invalid: number };
  readonly lists: readonly ListTally[];
  readonly listed: readonly ListedTally[];
  /** Items for people, by kind. */
  readonly items: Readonly<Record<string, number>>;
  readonly issues: { readonly error: number; readonly warning: number; readonly note: number };
  readonly equations: readonly Balance[];
}

export interface SummaryInput {
  readonly head: RunHead;
  /** The students and entries of the run, counted as they came. */
  readonly counts: RunCounts;
  /** Students as the roster was assembled, counted there. */
  readonly students: number;
  readonly roster: Summary['roster'];
  readonly lists: readonly Omit<ListTally, 'states' | 'entries' | 'anybody'>[];
  /** EQ0 to EQ3, as the rooms before found them. */
  readonly equations: readonly Equation[];
  readonly rows: readonly Balance[];
  readonly items: Summary['items'];
  readonly issues: Summary['issues'];
}

/** What a summary counts, one student and one entry after the other, so that none of them need be kept. */
export class RunCounts {
  readonly whole: TallyBook;
  readonly parts: Readonly<Record<'stage' | 'setting' | 'area' | 'school', GroupBook>>;
  readonly listed: ListedBook;
  private readonly states = new Map<string, Record<EntryState, number>>();
  private readonly anybody = new Map<string, number>();

  constructor(rules: RuleSet) {
    this.whole = new TallyBook(rules);
    this.parts = {
      stage: new GroupBook(rules, (c) => c.stage),
      setting: new GroupBook(rules, (c) => c.setting),
      area: new GroupBook(rules, (c) => c.area),
      school: new GroupBook(rules, (c) => c.determination.school),
    };
    this.listed = new ListedBook(rules);
  }

  student(one: Counted): void {
    this.whole.add(one);
    for (const part of Object.values(this.parts)) part.add(one);
    this.listed.add(one.determination);
  }

  entry(outcome: EntryOutcome): void {
    const { entry, state } = outcome;
    const key = listKey(entry.list, entry.evidence);
    const states = this.states.get(key) ?? noStates();
    this.states.set(key, states);
    states[state] += 1;
    if (isAnybody(outcome)) this.anybody.set(key, (this.anybody.get(key) ?? 0) + 1);
  }

  /** Entries of a list, or of its comparison results, by state. */
  statesOf(list: string, evidence: 'comparison' | undefined): Readonly<Record<EntryState, number>> {
    return this.states.get(listKey(list, evidence)) ?? noStates();
  }

  /** Those of them that may be about anybody. */
  anybodyOf(list: string, evidence: 'comparison' | undefined): number {
    return this.anybody.get(listKey(list, evidence)) ?? 0;
  }
}

const listKey = (list: string, evidence: string | undefined): string =>
  JSON.stringify([list, evidence === 'comparison']);

const noStates = (): Record<EntryState, number> =>
  Object.fromEntries(ENTRY_STATES.map((state) => [state, 0])) as Record<EntryState, number>;

/** What a run counted, with its books balanced: EQ0–EQ3 as given, EQ4, EQ5 per category, EQ7 per area, school, stage and setting. */
export function summarise(input: SummaryInput): Summary {
  const { counts } = input;
  const whole = counts.whole.tally();
  const [byStage, bySetting] = [counts.parts.stage.groups(), counts.parts.setting.groups()];
  const [byArea, bySchool] = [counts.parts.area.groups(), counts.parts.school.groups()];
  const listed = counts.listed.tallies();
  return {
    format: 'bulou-summary/0',
    semantics: SEMANTICS,
    ...input.head,
    students: whole,
    byStage,
    bySetting,
    byArea,
    bySchool,
    roster: input.roster,
    lists: listTallies(input),
    listed,
    items: input.items,
    issues: input.issues,
    equations: [
      ...input.rows,
      ...input.equations.map(({ id, left, right }) => balance(id, left, right)),
      outcomeBalance(input.students, whole),
      ...listedBalances(listed),
      ...partBalances('area', whole, byArea),
      ...partBalances('school', whole, bySchool),
      ...partBalances('stage', whole, byStage),
      ...partBalances('setting', whole, bySetting),
    ],
  };
}

function listTallies({ lists, counts }: SummaryInput): readonly ListTally[] {
  return [...lists]
    .sort((a, b) => compareText(a.list, b.list) || compareText(a.evidence ?? '', b.evidence ?? ''))
    .map((list) => {
      const states = { ...counts.statesOf(list.list, list.evidence) };
      const entries = ENTRY_STATES.reduce((sum, state) => sum + states[state], 0);
      return { ...list, entries, states, anybody: counts.anybodyOf(list.list, list.evidence) };
    });
}
