import type { Determination } from '../determine/index.js';
import { SEMANTICS } from '../determine/index.js';
import { ENTRY_STATES, type EntryOutcome, type EntryState, type Equation } from '../reconcile/index.js';
import { compareText } from '../roster/index.js';
import type { RuleSet } from '../rules/index.js';
import { type Balance, balance } from './balance.js';
import { type ListedTally, listedBalances, listedTallies, outcomeBalance, partBalances } from './balances.js';
import type { Counted } from './decided.js';
import type { RunHead } from './manifest.js';
import { type Group, type Tally, tally, tallyBy } from './tally.js';

/** Where the entries of one list ended. */
export interface ListTally {
  readonly list: string;
  /** Of comparison results, which are counted apart from the raw lists. */
  readonly evidence?: 'comparison';
  readonly physicalRows: number;
  readonly rowsOfNoPerson: number;
  readonly entries: number;
  readonly states: Readonly<Record<EntryState, number>>;
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
  readonly rules: RuleSet;
  readonly counted: readonly Counted[];
  /** Students as the roster was assembled, counted there. */
  readonly students: number;
  readonly roster: Summary['roster'];
  readonly lists: readonly Omit<ListTally, 'states' | 'entries'>[];
  readonly outcomes: readonly EntryOutcome[];
  /** EQ0 to EQ3, as the rooms before found them. */
  readonly equations: readonly Equation[];
  readonly rows: readonly Balance[];
  readonly items: Summary['items'];
  readonly issues: Summary['issues'];
}

/** Counts a run and balances its books: EQ0–EQ3 as given, EQ4, EQ5 per category, EQ7 per area, school, stage and setting. */
export function summarise(input: SummaryInput): Summary {
  const { rules, counted } = input;
  const whole = tally(counted, rules);
  const byStage = tallyBy(counted, (c) => c.stage, rules);
  const bySetting = tallyBy(counted, (c) => c.setting, rules);
  const byArea = tallyBy(counted, (c) => c.area, rules);
  const bySchool = tallyBy(counted, (c) => c.determination.school, rules);
  const listed = listedTallies(
    counted.map((c): Determination => c.determination),
    rules,
  );
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

function listTallies({ lists, outcomes }: SummaryInput): readonly ListTally[] {
  return [...lists]
    .sort((a, b) => compareText(a.list, b.list) || compareText(a.evidence ?? '', b.evidence ?? ''))
    .map((list) => {
      const of = outcomes.filter(
        ({ entry }) =>
          entry.list === list.list && (entry.evidence === 'comparison') === (list.evidence === 'comparison'),
      );
      const states = Object.fromEntries(
        ENTRY_STATES.map((state) => [state, of.filter((o) => o.state === state).length]),
      ) as Record<EntryState, number>;
      return { ...list, entries: of.length, states };
    });
}
