import { Titles } from '../../explain/index.js';
import type { Balance, Counted } from '../../record/index.js';
import type { RuleSet } from '../../rules/index.js';
import type { Issue } from '../../value/index.js';
import type { Form } from '../form/index.js';
import type { Job } from '../job/index.js';
import { BATCH_MESSAGES } from '../messages.js';
import type { School, Sources } from '../source/index.js';
import { type Card, cardsOf } from './cards.js';
import { type FactItem, factItems, factsForm } from './fact-item.js';
import type { Item, WorklistInput } from './item.js';
import type { Matched } from './match.js';
import { type Notice, noticeBalances, noticesOf } from './notices.js';
import { type Unlisted, unlistedStudents } from './unlisted.js';
import { titleOf } from './views.js';
import { issueRenderer, worklist, worklistForm } from './worklist.js';

/** Everything of a run that people work with. */
export interface ForPeople {
  readonly titles: Titles;
  readonly items: readonly Item[];
  readonly facts: readonly FactItem[];
  readonly forms: readonly [worklist: Form, facts: Form];
  readonly cards: readonly Card[];
  readonly notices: readonly Notice[];
  readonly unlisted: readonly Unlisted[];
  readonly balances: readonly Balance[];
}

/** What a run asks of people and tells them, in the language of the job. */
export function forPeople(
  job: Job,
  rules: RuleSet,
  sources: Sources,
  { roster, byKey, reconciliation, students, questions, elsewhere }: Matched,
  run: {
    /** In record order. */
    readonly counted: readonly Counted[];
    readonly schools: ReadonlyMap<string, School>;
    readonly issues: readonly Issue[];
  },
): ForPeople {
  const lang = job.document.language ?? 'zh';
  const titles = new Titles(rules, lang);
  const { outcomes } = reconciliation;
  const { lists } = sources;
  const input: WorklistInput = {
    ...run,
    ...{ rules, titles, lists, outcomes, questions },
    students: byKey,
    invalidRows: roster.rows.filter((r) => r.state === 'invalid').map((r) => r.row.source),
    renderIssue: issueRenderer(lang, BATCH_MESSAGES),
  };
  const items = worklist(input);
  const facts = run.counted.flatMap((one) => factItems(one, input));
  const title = titleOf(job, rules, lang);
  const cards = cardsOf(input);
  const noticed = { titles, outcomes, lists, students: roster.students, schools: run.schools, elsewhere };
  const notices = noticesOf(noticed);
  return {
    titles,
    items,
    facts,
    forms: [worklistForm(items, title, lang), factsForm(facts, title, lang)],
    cards,
    notices,
    unlisted: unlistedStudents(
      run.counted.map(({ determination }) => determination),
      cards,
      new Map(students.map((student) => [student.key, student] as const)),
      rules,
    ),
    balances: noticeBalances(notices, noticed),
  };
}
