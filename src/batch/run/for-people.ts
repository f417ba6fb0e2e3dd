import { Titles } from '../../explain/index.js';
import type { EntryOutcome } from '../../reconcile/index.js';
import type { Balance, Counted } from '../../record/index.js';
import type { Student } from '../../roster/index.js';
import type { RuleSet } from '../../rules/index.js';
import type { Issue } from '../../value/index.js';
import type { Form } from '../form/index.js';
import type { Job } from '../job/index.js';
import { BATCH_MESSAGES } from '../messages.js';
import type { School, Sources } from '../source/index.js';
import { type Card, cardOf } from './cards.js';
import { entryItem } from './entry-item.js';
import { type FactItem, factItems, factsForm } from './fact-item.js';
import type { Item, WorklistInput } from './item.js';
import type { Matched } from './match.js';
import { type Notice, noticeBalances, noticesOf } from './notices.js';
import { type Unlisted, unlisted } from './unlisted.js';
import { titleOf } from './views.js';
import {
  inOrder,
  invalidRowItem,
  issueRenderer,
  itemsOfIssues,
  itemsOfStudent,
  worklistForm,
} from './worklist.js';

/** Everything of a run that people work with. */
export interface ForPeople {
  readonly titles: Titles;
  readonly items: readonly Item[];
  readonly facts: readonly FactItem[];
  readonly forms: readonly [worklist: Form, facts: Form];
  readonly notices: readonly Notice[];
  readonly unlisted: readonly Unlisted[];
  readonly balances: readonly Balance[];
}

/** Gathers what a run asks of people and tells them, in the language of the job, one student after the other. */
export class PeopleBook {
  private readonly job: Job;
  private readonly matched: Matched;
  private readonly input: WorklistInput;
  private readonly items: Item[] = [];
  private readonly facts: FactItem[] = [];
  private readonly unlisted: Unlisted[] = [];

  constructor(
    job: Job,
    rules: RuleSet,
    { lists }: Sources,
    matched: Matched,
    schools: ReadonlyMap<string, School>,
  ) {
    this.job = job;
    this.matched = matched;
    const lang = job.document.language ?? 'zh';
    const titles = new Titles(rules, lang);
    const { byKey, questions } = matched;
    const renderIssue = issueRenderer(lang, BATCH_MESSAGES);
    this.input = { rules, titles, lists, schools, questions, students: byKey, renderIssue };
  }

  /** Takes in a student, in record order, and gives the card of the student. */
  student(one: Counted, student: Student): Card {
    const card = cardOf(one, this.input);
    this.items.push(...itemsOfStudent(one, this.input));
    this.facts.push(...factItems(one, this.input));
    const found = unlisted(one.determination, card, student, this.input.rules);
    if (found !== null) this.unlisted.push(found);
    return card;
  }

  /**
   * All of it. `outcomes`: entries that belong elsewhere. `issues`: findings of the run, apart from those of single
   * determinations; notes are not for people.
   */
  finish(outcomes: readonly EntryOutcome[], issues: readonly Issue[]): ForPeople {
    const { input, facts } = this;
    const { titles, lists, rules, schools } = input;
    const { roster, asked, elsewhere } = this.matched;
    for (const { state, row } of roster.rows)
      if (state === 'invalid') this.items.push(invalidRowItem(row.source, input));
    for (const outcome of asked) this.items.push(entryItem(outcome, input));
    const items = inOrder([...this.items, ...itemsOfIssues(issues, input)]);
    const title = titleOf(this.job, rules, titles.lang);
    const noticed = { titles, outcomes, lists, students: roster.students, schools, elsewhere };
    const notices = noticesOf(noticed);
    return {
      titles,
      items,
      facts,
      forms: [worklistForm(items, title, titles.lang), factsForm(facts, title, titles.lang)],
      notices,
      unlisted: this.unlisted,
      balances: noticeBalances(notices, noticed),
    };
  }
}
