import type { CheckReport } from '../../check/index.js';
import type { Determination } from '../../determine/index.js';
import type { MatchPolicy, RosterRowOutcome } from '../../reconcile/index.js';
import {
  asJson,
  determinationLine,
  manifestOf,
  type RunHead,
  recordLine,
  rosterLedger,
  type Summary,
  sealOf,
} from '../../record/index.js';
import { compareText } from '../../roster/index.js';
import type { RuleSet } from '../../rules/index.js';
import { canonicalJson, type Issue, type Json } from '../../value/index.js';
import type { FormRow } from '../form/index.js';
import type { Job } from '../job/index.js';
import type { EnrolmentRow, InputFile, Sources } from '../source/index.js';
import { formCsv } from '../write/index.js';
import type { Card } from './cards.js';
import { emptyRows } from './empty-rows.js';
import { engineRecord } from './engine.js';
import type { ForPeople } from './for-people.js';
import { entryRecords, rosterRecords } from './inputs-record.js';
import type { Item } from './item.js';
import { noticesCsv } from './notices.js';
import type { RunStore, StoredText } from './store.js';
import { unlistedCsv } from './unlisted.js';

/** What a run folder is made of, beside what is written of each entry and each student as they come. */
export interface RunContent extends ForPeople {
  readonly job: Job;
  readonly rules: RuleSet;
  readonly policy: MatchPolicy;
  /** What was proved of the rules at the day of the run. */
  readonly proofs: CheckReport;
  readonly inputs: readonly InputFile[];
  readonly sources: Sources;
  readonly roster: readonly RosterRowOutcome<EnrolmentRow>[];
  readonly summary: Summary;
}

const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content);
const canonical = (value: unknown): string => `${canonicalJson(asJson(value))}\n`;

/** Files that are written while students are determined, one line after the other, in record order. */
export class StudentFiles {
  private readonly determinations: StoredText;
  private readonly students: StoredText;
  private readonly issues: StoredText;

  /** `found`: findings of the files, which stand before those of each student. */
  constructor(store: RunStore, found: readonly Issue[]) {
    this.determinations = store.open('determinations.ndjson');
    this.students = store.open('students.ndjson');
    this.issues = store.open('issues.ndjson');
    for (const issue of found) this.issues.write(recordLine(asJson(issue)));
  }

  add(determination: Determination, card: Card): void {
    const { student, issues } = determination;
    this.determinations.write(determinationLine(determination));
    this.students.write(recordLine(asJson(card)));
    for (const issue of issues) this.issues.write(recordLine(asJson({ student, ...issue })));
  }

  close(): void {
    for (const file of [this.determinations, this.students, this.issues]) file.close();
  }
}

/**
 * The rest of a run folder: what the manifest lists, the manifest, what made the run, and the seal over both, last. All but
 * the last two are equal on every runtime.
 */
export function storeRun(store: RunStore, content: RunContent): void {
  const { job, rules, policy, sources, summary, titles } = content;
  const records = (path: string, of: Iterable<Json>): void => {
    const file = store.open(path);
    for (const record of of) file.write(recordLine(record));
    file.close();
  };
  store.text('rules/rules.json', canonical(rules.document));
  store.text('rules/digests.json', canonical(rules.digests));
  store.text('rules/policy.json', canonical(policy));
  store.text('rules/check.json', canonical(content.proofs));
  store.text('job.json', canonical(job.content));
  store.text('inputs.json', canonical(inputsRecord(content.inputs, sources)));
  records('inputs/roster.ndjson', rosterRecords(sources));
  records('inputs/entries.ndjson', entryRecords(sources));
  records('ledger/roster.ndjson', rosterLedger(content.roster, emptyRows(sources, 'roster')));
  records('worklist.ndjson', itemRecords(content));
  store.text('worklist.csv', formCsv(content.forms[0]));
  store.text('worklist-facts.csv', formCsv(content.forms[1]));
  store.text('notices.csv', noticesCsv(content.notices, titles));
  store.text('unlisted.csv', unlistedCsv(content.unlisted, titles));
  store.text('summary.json', canonical(summary));
  const { period, asOf, knownAt, periodStart } = summary;
  const start = periodStart === undefined ? {} : { periodStart };
  const head: RunHead = { period, asOf, knownAt, ...start, rules: summary.rules, job: summary.job };
  const manifest = manifestOf(head, store.listed);
  const engine = engineRecord();
  store.text('manifest.json', manifest);
  store.text('engine.json', engine);
  store.text('seal.json', sealOf(bytesOf(manifest), bytesOf(engine)));
}

function inputsRecord(files: readonly InputFile[], sources: Sources) {
  return { files: [...files].sort((a, b) => compareText(a.name, b.name)), sheets: sources.sheets };
}

/** A line of the worklist for programs. `fact`: something that could be found out; it is no item of its own. */
export interface ItemRecord {
  readonly kind: Item['kind'] | 'fact';
  readonly students: readonly string[];
  readonly row: FormRow;
  readonly sides?: Item['sides'];
}

/** The worklist for programs: every item with its row and the students it is about, then the facts that are asked. */
function* itemRecords({ items, facts }: RunContent): Generator<Json> {
  for (const item of items) yield asJson({ ...item, open: String(item.open) });
  for (const { student, row } of facts) yield asJson({ kind: 'fact', students: [student], row });
}
