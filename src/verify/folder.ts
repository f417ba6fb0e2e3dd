import { type Determined, determinedOf } from './determined.js';
import { countAt, eachAt, isMembers, type Members, membersAt, readJson, textAt, textsAt } from './json.js';
import type { Checking, Spot } from './report.js';
import { spotAt, spotKey } from './spot.js';

/** One file of a run folder as it lies there. */
export interface FolderFile {
  /** With `/`. */
  readonly path: string;
  readonly bytes: number;
  /** `sha256:` and hexadecimal digits, taken by the caller. */
  readonly sha256: string;
  /** Its lines without their ends; `null` for one that is not UTF-8. May be asked for again. */
  readonly lines: () => Iterable<string | null>;
}

/** The cells of one row of the roster, or of one person of a list, as they were read before anything was matched. */
export interface Cells {
  readonly name: string;
  readonly id: string;
  readonly idNotText: boolean;
  readonly studentNumber: string;
}

export interface RosterCells extends Cells {
  readonly place: Spot;
  readonly school: string;
  readonly hukou: string;
  readonly guardians: readonly { readonly name: string; readonly id: string }[];
}

export interface Entry extends Cells {
  readonly list: string;
  readonly place: Spot;
  readonly member: number;
  readonly relation: string;
  readonly current: readonly string[];
  readonly unclear: readonly string[];
}

/** What the reader says of an entry beside its cells: whom it is about, what it is evidence of, where the person lives. */
export interface ReadEntry extends Entry {
  readonly means: string;
  readonly evidence: string;
  /** The row says where the person lives or goes to school. */
  readonly placed: boolean;
}

/** What the ledger says of an entry. */
export interface LedgerEntry extends Entry {
  readonly state: string;
  readonly reason: string;
  readonly student: string;
  /** Keys of the students whom a review holds open. */
  readonly strong: readonly string[];
  readonly proof: Members;
  /** Which result of its row this is, of a row that speaks for several students; else 0. */
  readonly child: number;
}

/** What the ledger says of a row of the roster; `kind` is `person`, or why it is none. */
export interface LedgerRow extends RosterCells {
  readonly kind: string;
  readonly state: string;
  readonly student: string;
}

/** A run folder, read. */
export interface Folder {
  readonly manifest: Members;
  readonly inputs: Members;
  readonly rules: Members;
  readonly policy: Members;
  readonly summary: Members;
  readonly job: Members;
  readonly rosterCells: readonly RosterCells[];
  readonly entries: readonly ReadEntry[];
  readonly ledgerRows: readonly LedgerRow[];
  readonly ledgerEntries: readonly LedgerEntry[];
  /** Rows of lists that are nobody. */
  readonly listRows: readonly { readonly list: string; readonly place: Spot; readonly kind: string }[];
  readonly determined: readonly Determined[];
}

export const entryKey = (one: {
  readonly list: string;
  readonly place: Spot;
  readonly member: number;
}): string => `${one.list}\u0000${spotKey(one.place)}\u0000${String(one.member).padStart(6, '0')}`;

const cellsAt = (of: Members): Cells => ({
  name: textAt(of, 'name'),
  id: textAt(of, 'id'),
  idNotText: of.get('idNotText') === true,
  studentNumber: textAt(of, 'studentNumber'),
});

/** Reads what a run folder says. What cannot be read is a finding of `form`: a file that is missing, a line that is no record. */
export function readFolder(files: readonly FolderFile[], form: Checking): Folder {
  const find = (path: string): FolderFile | undefined => {
    const file = files.find((one) => one.path === path);
    if (file === undefined) form.error('verify.missing', { file: path }, { file: path });
    return file;
  };
  const records = function* (path: string): Generator<Members> {
    let row = 0;
    for (const line of find(path)?.lines() ?? []) {
      row += 1;
      form.compared += 1;
      const record = line === null ? undefined : readJson(line);
      if (isMembers(record)) yield record;
      else form.error('verify.line', {}, { file: path, row });
    }
  };
  const one = (path: string): Members => {
    const [record = new Map(), ...more] = [...records(path)];
    if (more.length > 0) form.error('verify.line', {}, { file: path, row: 2 });
    return record;
  };

  const rules = one('rules/rules.json');
  const rosterCells = [...records('inputs/roster.ndjson')].map(rosterOf);
  const entries = [...records('inputs/entries.ndjson')].map((record): ReadEntry => {
    const means = textAt(record, 'means');
    return {
      ...entryOf(record, spotAt(record), textAt(record, 'list')),
      means: means === '' ? 'person' : means,
      evidence: evidenceOf(record),
      placed: record.has('area') || record.has('school'),
    };
  });
  const ledgerRows = [...records('ledger/roster.ndjson')].map(
    (record): LedgerRow => ({
      ...rosterOf(record),
      kind: textAt(record, 'kind'),
      state: textAt(record, 'state'),
      student: textAt(record, 'student'),
    }),
  );
  const ledgerEntries: LedgerEntry[] = [];
  const listRows: Folder['listRows'][number][] = [];
  for (const list of membersAt(rules, 'lists').keys())
    for (const record of records(`ledger/${list}.ndjson`)) {
      const place = spotAt(record);
      const kind = textAt(record, 'kind');
      if (kind !== 'entries') {
        listRows.push({ list, place, kind });
        continue;
      }
      for (const said of eachAt(record, 'entries'))
        ledgerEntries.push({
          ...entryOf(said, place, list),
          state: textAt(said, 'state'),
          reason: textAt(said, 'reason'),
          student: textAt(said, 'student'),
          strong: eachAt(said, 'candidates')
            .filter((candidate) => candidate.get('strong') === true)
            .map((candidate) => textAt(candidate, 'student')),
          proof: membersAt(said, 'proof'),
          child: countAt(said, 'child'),
        });
    }
  const determined: Determined[] = [];
  for (const record of records('determinations.ndjson')) determined.push(determinedOf(record));
  return {
    manifest: one('manifest.json'),
    inputs: one('inputs.json'),
    rules,
    policy: one('rules/policy.json'),
    summary: one('summary.json'),
    job: one('job.json'),
    rosterCells,
    entries,
    ledgerRows,
    ledgerEntries,
    listRows,
    determined,
  };
}

/** A raw list is what is not said to be the result of a comparison. */
export const evidenceOf = (of: Members): string => textAt(of, 'evidence') || 'list';

const rosterOf = (of: Members): RosterCells => ({
  place: spotAt(of),
  ...cellsAt(of),
  school: textAt(of, 'school'),
  hukou: textAt(of, 'hukou'),
  guardians: eachAt(of, 'guardians').map((one) => ({ name: textAt(one, 'name'), id: textAt(one, 'id') })),
});

function entryOf(of: Members, place: Spot, list: string): Entry {
  const standing = membersAt(of, 'standing');
  return {
    list,
    place,
    member: countAt(of, 'member'),
    ...cellsAt(of),
    relation: textAt(of, 'relation'),
    current: textsAt(standing, 'in'),
    unclear: textsAt(standing, 'unknown'),
  };
}
