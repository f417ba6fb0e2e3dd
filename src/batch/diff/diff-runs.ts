import { compareText } from '../../roster/index.js';
import type { RuleSet } from '../../rules/index.js';
import { type Result, success } from '../../value/index.js';
import { type OpenedRun, openRun, readLines } from '../run/index.js';
import { type EntryChange, entryChanges, type LedgerRow } from './entries.js';
import { type StudentChange, studentChanges } from './students.js';

/** What differs between two runs. */
export interface RunDiff {
  readonly students: readonly StudentChange[];
  /** Students of both runs of whom nothing differs. */
  readonly unchanged: number;
  readonly entries: readonly EntryChange[];
  /** Days and rules that differ between the runs themselves. */
  readonly context: readonly {
    readonly what: 'period' | 'asOf' | 'knownAt' | 'rules';
    readonly before: string;
    readonly after: string;
  }[];
  /** Of the later run. */
  readonly rules: RuleSet;
}

/** Compares two run folders, each held against its manifest. Issues: those of {@link openRun}. */
export async function diffRuns(
  before: { readonly folder: string; readonly name: string },
  after: { readonly folder: string; readonly name: string },
): Promise<Result<RunDiff>> {
  const [a, b] = [await openRun(before.folder, before.name), await openRun(after.folder, after.name)];
  if (!a.ok) return a;
  if (!b.ok) return b;
  const ledgers = [...new Set([...a.value.paths, ...b.value.paths])]
    .filter((path) => path.startsWith('ledger/') && path !== 'ledger/roster.ndjson')
    .sort(compareText);
  const entries: EntryChange[] = [];
  for (const path of ledgers) {
    const [old, fresh] = [await ledgerOf(a.value, path), await ledgerOf(b.value, path)];
    if (!old.ok) return old;
    if (!fresh.ok) return fresh;
    const list = path.replace(/^ledger\/|\.ndjson$/g, '');
    entries.push(...entryChanges(list, old.value, fresh.value));
  }
  const students = studentChanges(a.value.determinations, b.value.determinations);
  const [was, is] = [a.value.plan, b.value.plan];
  const context = [
    ...(['period', 'asOf', 'knownAt'] as const).map((what) => ({
      what,
      before: was.context[what],
      after: is.context[what],
    })),
    { what: 'rules' as const, before: was.rules.digests.meaning, after: is.rules.digests.meaning },
  ];
  const touched = students.filter((one) => one.kind !== 'entered').length;
  return success({
    students,
    unchanged: a.value.determinations.length - touched,
    entries,
    context: context.filter((one) => one.before !== one.after),
    rules: is.rules,
  });
}

async function ledgerOf({ file, paths }: OpenedRun, path: string): Promise<Result<readonly LedgerRow[]>> {
  if (!paths.includes(path)) return success([]);
  const bytes = await file(path);
  return bytes.ok ? success(readLines<LedgerRow>(bytes.value)) : bytes;
}
