import type { EntryOutcome, ReconciledStudent, ReconciliationSink } from '../../reconcile/index.js';
import { asJson, ListLedger, type RunCounts, recordLine } from '../../record/index.js';
import type { RuleSet } from '../../rules/index.js';
import { type Issue, warning } from '../../value/index.js';
import type { Sources } from '../source/index.js';
import { emptyRows } from './empty-rows.js';
import type { RunStore, StoredText } from './store.js';
import { placeOf } from './students.js';

/**
 * Takes in what matching finds, one outcome and one student after the other, and writes it down: where every row of every
 * list ended (`ledger/`), and for every student of whom a row speaks, which rows of which list, how surely, and whether the
 * kinds of evidence agree (`evidence.ndjson`). What is kept is counts, and what people have to be told.
 */
export class Evidence implements ReconciliationSink {
  /** Entries that belong elsewhere. */
  readonly elsewhere: EntryOutcome[] = [];
  private readonly issues: Issue[] = [];
  private readonly store: RunStore;
  private readonly sources: Sources;
  private readonly counts: RunCounts;
  /** Lists of the rules, in the order in which outcomes come, that have no ledger yet. */
  private left: readonly string[];
  private open: { readonly list: string; readonly file: StoredText; readonly ledger: ListLedger } | null =
    null;
  private readonly students: StoredText;

  constructor(store: RunStore, rules: RuleSet, sources: Sources, counts: RunCounts) {
    this.store = store;
    this.sources = sources;
    this.counts = counts;
    this.left = rules.lists.map(({ id }) => id);
    this.students = store.open('evidence.ndjson');
  }

  readonly outcome = (outcome: EntryOutcome): void => {
    const { list } = outcome.entry;
    if (this.open?.list !== list) this.begin(list);
    this.open?.ledger.entry(outcome);
    this.counts.entry(outcome);
    if (outcome.state === 'outOfArea' || outcome.state === 'notEnrolledHere') this.elsewhere.push(outcome);
  };

  readonly student = ({ key, claims }: ReconciledStudent): void => {
    if (claims === undefined) return;
    this.students.write(recordLine(asJson({ student: key, ...claims })));
    this.issues.push(...disagreements(claims));
  };

  /**
   * No more comes. Gives students whom the raw list has and the comparison result does not, or the other way round, where
   * both cover them: one of the two is wrong or late, and which of them only a person can say. At the row that does have the
   * student: `row.onlyInList`, `row.onlyInComparison`.
   */
  close(): readonly Issue[] {
    this.students.close();
    this.end();
    for (const list of this.left) this.begin(list);
    this.end();
    return this.issues;
  }

  private begin(list: string): void {
    this.end();
    this.left = this.left.filter((one) => one !== list);
    const file = this.store.open(`ledger/${list}.ndjson`);
    const ledger = new ListLedger(emptyRows(this.sources, 'lists', list), (record) =>
      file.write(recordLine(record)),
    );
    this.open = { list, file, ledger };
  }

  private end(): void {
    this.open?.ledger.close();
    this.open?.file.close();
    this.open = null;
  }
}

function disagreements({ claims, compared }: NonNullable<ReconciledStudent['claims']>): readonly Issue[] {
  return compared.flatMap(({ category, agree }) => {
    if (agree === 'both') return [];
    const said = claims.find(
      ({ evidence, standing }) =>
        (evidence === 'list') === (agree === 'onlyList') && standing.in.includes(category),
    );
    const code = agree === 'onlyList' ? 'row.onlyInList' : 'row.onlyInComparison';
    return [warning(code, { category }, said === undefined ? undefined : placeOf(said.source))];
  });
}
