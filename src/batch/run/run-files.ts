import type { CheckReport } from '../../check/index.js';
import type { Determination } from '../../determine/index.js';
import type { EntryOutcome, MatchPolicy, RosterRowOutcome } from '../../reconcile/index.js';
import {
  asJson,
  determinationLine,
  type EmptyRow,
  lines,
  listLedger,
  manifestOf,
  type RunFile,
  type RunHead,
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
import { engineRecord } from './engine.js';
import type { ForPeople } from './for-people.js';
import { inputRecords } from './inputs-record.js';
import type { Item } from './item.js';
import { noticesCsv } from './notices.js';
import { unlistedCsv } from './unlisted.js';

/** Everything that a run folder is made of. */
export interface RunContent extends ForPeople {
  readonly job: Job;
  readonly rules: RuleSet;
  readonly policy: MatchPolicy;
  /** What was proved of the rules at the day of the run. */
  readonly proofs: CheckReport;
  readonly inputs: readonly InputFile[];
  readonly sources: Sources;
  readonly roster: readonly RosterRowOutcome<EnrolmentRow>[];
  readonly entries: readonly EntryOutcome[];
  /** In record order. */
  readonly determinations: readonly Determination[];
  /** What the lists say of each student. */
  readonly evidence: readonly Json[];
  readonly issues: readonly Issue[];
  readonly summary: Summary;
}

const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content);
const canonical = (value: unknown): string => `${canonicalJson(asJson(value))}\n`;

/**
 * The files of a run folder in the order in which they are written: what the manifest lists, the manifest, what made
 * the run, and the seal over both. All but the last two are equal on every runtime.
 */
export function runFiles(content: RunContent): readonly RunFile[] {
  const { job, rules, policy, sources, determinations, summary } = content;
  const ledgers = rules.lists.map(({ id }) => {
    const entries = content.entries.filter((outcome) => outcome.entry.list === id);
    return [`ledger/${id}.ndjson`, lines(listLedger(entries, emptyRows(sources, 'lists', id)))] as const;
  });
  const written: readonly (readonly [path: string, text: string])[] = [
    ['rules/rules.json', canonical(rules.document)],
    ['rules/digests.json', canonical(rules.digests)],
    ['rules/policy.json', canonical(policy)],
    ['rules/check.json', canonical(content.proofs)],
    ['job.json', canonical(job.content)],
    ['inputs.json', canonical(inputsRecord(content.inputs, sources))],
    ...inputRecords(sources),
    ['determinations.ndjson', determinations.map(determinationLine).join('')],
    ['ledger/roster.ndjson', lines(rosterLedger(content.roster, emptyRows(sources, 'roster')))],
    ...ledgers,
    ['evidence.ndjson', lines(content.evidence)],
    ['students.ndjson', lines(content.cards.map(asJson))],
    ['worklist.ndjson', lines(itemRecords(content))],
    ['worklist.csv', formCsv(content.forms[0])],
    ['worklist-facts.csv', formCsv(content.forms[1])],
    ['notices.csv', noticesCsv(content.notices, content.titles)],
    ['unlisted.csv', unlistedCsv(content.unlisted, content.titles)],
    ['issues.ndjson', lines(issueRecords(content.issues, determinations))],
    ['summary.json', canonical(summary)],
  ];
  const files = written.map(([path, text]): RunFile => ({ path, bytes: bytesOf(text) }));
  const { period, asOf, knownAt, periodStart } = summary;
  const start = periodStart === undefined ? {} : { periodStart };
  const head: RunHead = { period, asOf, knownAt, ...start, rules: summary.rules, job: summary.job };
  const manifest = bytesOf(manifestOf(head, files));
  const engine = bytesOf(engineRecord());
  return [
    ...files,
    { path: 'manifest.json', bytes: manifest },
    { path: 'engine.json', bytes: engine },
    { path: 'seal.json', bytes: bytesOf(sealOf(manifest, engine)) },
  ];
}

function emptyRows(sources: Sources, role: string, list?: string): readonly EmptyRow[] {
  return sources.rowsOfNoPerson
    .filter((row) => row.role === role && row.list === list)
    .map(({ file, sheet, row, kind, evidence }) => ({
      file,
      ...(sheet === undefined ? {} : { sheet }),
      row,
      kind,
      ...(evidence === undefined ? {} : { evidence }),
    }));
}

function inputsRecord(files: readonly InputFile[], sources: Sources) {
  return { files: [...files].sort((a, b) => compareText(a.name, b.name)), sheets: sources.sheets };
}

/** Findings of the files first, then those of each student in record order. */
function issueRecords(issues: readonly Issue[], determinations: readonly Determination[]) {
  return [
    ...issues.map((issue) => asJson(issue)),
    ...determinations.flatMap(({ student, issues: own }) =>
      own.map((issue) => asJson({ student, ...issue })),
    ),
  ];
}

/** A line of the worklist for programs. `fact`: something that could be found out; it is no item of its own. */
export interface ItemRecord {
  readonly kind: Item['kind'] | 'fact';
  readonly students: readonly string[];
  readonly row: FormRow;
  readonly sides?: Item['sides'];
}

/** The worklist for programs: every item with its row and the students it is about, then the facts that are asked. */
function itemRecords({ items, facts }: RunContent): readonly Json[] {
  return [
    ...items.map((item) => asJson({ ...item, open: String(item.open) })),
    ...facts.map(({ student, row }) => asJson({ kind: 'fact', students: [student], row })),
  ];
}
