import type { RunFile } from '../../record/index.js';
import type { RuleSet } from '../../rules/index.js';
import type { Planted, PlantedEntry } from './planting.js';

/** How a sentinel was lost, as the code of an issue. */
export type Lost =
  | 'shadow.lostRow'
  | 'shadow.lostEntry'
  | 'shadow.lostCategory'
  | 'shadow.lostOutcome'
  | 'shadow.lostFloor';

export interface Missed {
  readonly planted: Planted;
  readonly how: Lost;
  readonly entry?: PlantedEntry;
}

interface LedgerEntry {
  readonly member: number;
  readonly state: string;
  readonly student?: string;
  readonly candidates?: readonly { readonly student: string; readonly strong: boolean }[];
}

interface Determined {
  readonly student: string;
  readonly outcome: string;
  readonly open?: { readonly tiers?: readonly string[] };
  readonly recommended?: { readonly tier?: string };
  readonly decided?: { readonly tier?: string };
  readonly categories: readonly {
    readonly category: string;
    readonly status: string;
    readonly doubt?: string;
  }[];
}

/** Reads back what a run wrote, and says of every sentinel whether it arrived: only what is in the files counts. */
export function judge(
  planted: readonly Planted[],
  files: readonly RunFile[],
  rules: RuleSet,
): readonly Missed[] {
  const recordsOf = <T>(path: string): readonly T[] => {
    const bytes = files.find((file) => file.path === path)?.bytes;
    const lines = new TextDecoder().decode(bytes).split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
  };
  const placeOf = (file: string, row: number): string => JSON.stringify([file, row]);
  type Row = { readonly file: string; readonly row: number };
  const students = new Map(
    recordsOf<Row & { readonly student?: string }>('ledger/roster.ndjson').map(
      ({ file, row, student }) => [placeOf(file, row), student] as const,
    ),
  );
  const entries = new Map(
    rules.lists.flatMap(({ id }) =>
      recordsOf<Row & { readonly entries?: readonly LedgerEntry[] }>(`ledger/${id}.ndjson`).map(
        ({ file, row, entries: of = [] }) => [`${id} ${placeOf(file, row)}`, of] as const,
      ),
    ),
  );
  const determined = new Map(
    recordsOf<Determined>('determinations.ndjson').map((one) => [one.student, one] as const),
  );

  return planted.flatMap((one): readonly Missed[] => {
    const student = students.get(placeOf(one.roster.file, one.roster.row));
    if (student === undefined) return [{ planted: one, how: 'shadow.lostRow' }];
    const found = one.entries.map((entry) => ({
      entry,
      said: entries
        .get(`${entry.list} ${placeOf(entry.file, entry.row)}`)
        ?.find(({ member }) => member === entry.member),
    }));
    const { ends } = one.trap;
    const lost = found.find(({ said }) => !arrived(said, student, ends));
    if (lost !== undefined) return [{ planted: one, how: 'shadow.lostEntry', entry: lost.entry }];
    // Of rows that say the same one is matched, and the others repeat it.
    const matched = found.filter(({ said }) => said?.state === 'matched');
    const hits = new Set(matched.map(({ entry }) => entry.list)).size;
    if (
      ends === 'found' &&
      (hits !== matched.length || hits !== new Set(one.entries.map((e) => e.list)).size)
    )
      return [{ planted: one, how: 'shadow.lostEntry' }];
    const record = determined.get(student);
    if (record === undefined) return [{ planted: one, how: 'shadow.lostOutcome' }];
    const categories = [...new Set(one.entries.flatMap((entry) => entry.categories))];
    const status = (id: string) => record.categories.find(({ category }) => category === id);
    const right = (id: string): boolean => {
      const said = status(id);
      if (ends === 'held') return said?.status === 'unknown' && said.doubt === 'openMatch';
      return said?.status === 'in' || (said?.status === 'unknown' && said.doubt === 'paperMissing');
    };
    if (!categories.every(right)) return [{ planted: one, how: 'shadow.lostCategory' }];
    const floors = categories.filter((id) => status(id)?.status === 'in').map((id) => floorOf(id, rules));
    return lowestTier(record, rules) >= Math.max(0, ...floors)
      ? []
      : [{ planted: one, how: 'shadow.lostFloor' }];
  });
}

function arrived(said: LedgerEntry | undefined, student: string, ends: 'found' | 'held'): boolean {
  if (said === undefined) return false;
  if (ends === 'found') return ['matched', 'duplicate'].includes(said.state) && said.student === student;
  return (
    said.state === 'review' && (said.candidates ?? []).some((one) => one.student === student && one.strong)
  );
}

/** The tier that a category gives whoever belongs to it, as its rank; 0 where it gives none, or only under a condition. */
export function floorOf(id: string, rules: RuleSet): number {
  const category = rules.categories.find((one) => one.id === id);
  if (category === undefined || category.when !== undefined) return 0;
  return Math.max(category.floor ?? 0, category.bypass ?? 0);
}

/** The lowest tier that is possible, as its rank. Who is out of scope has none, and nothing was taken from them. */
function lowestTier(record: Determined, rules: RuleSet): number {
  if (record.outcome === 'outOfScope') return rules.tierIds.length;
  const { decided, recommended, open } = record;
  const tiers =
    record.outcome === 'undetermined' ? (open?.tiers ?? []) : [decided?.tier ?? recommended?.tier ?? ''];
  const ranks = record.outcome === 'determined' || record.outcome === 'undetermined' ? tiers : [];
  return ranks.length === 0 ? -1 : Math.min(...ranks.map((tier) => rules.tierIds.indexOf(tier)));
}
