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
import { canonicalJson, type Issue } from '../../value/index.js';
import type { Job } from '../job/index.js';
import type { EnrolmentRow, InputFile, Sources } from '../source/index.js';
import { engineRecord } from './engine.js';
import type { Item } from './item.js';
import { worklistCsv } from './worklist.js';

/** Everything that a run folder is made of. */
export interface RunContent {
  readonly job: Job;
  readonly rules: RuleSet;
  readonly policy: MatchPolicy;
  readonly inputs: readonly InputFile[];
  readonly sources: Sources;
  readonly roster: readonly RosterRowOutcome<EnrolmentRow>[];
  readonly entries: readonly EntryOutcome[];
  /** In record order. */
  readonly determinations: readonly Determination[];
  readonly items: readonly Item[];
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
    ['job.json', canonical(job.content)],
    ['inputs.json', canonical(inputsRecord(content.inputs, sources))],
    ['determinations.ndjson', determinations.map(determinationLine).join('')],
    ['ledger/roster.ndjson', lines(rosterLedger(content.roster, emptyRows(sources, 'roster')))],
    ...ledgers,
    ['worklist.csv', worklistCsv(content.items)],
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
    .map(({ file, sheet, row, kind }) => ({
      file,
      ...(sheet === undefined ? {} : { sheet }),
      row,
      kind,
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
