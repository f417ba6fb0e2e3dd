import { type Digest, digestBytes, error, type Issue, type Result, success } from '../../value/index.js';
import { type Job, sourcesOf } from '../job/index.js';
import { readTable } from '../read/index.js';
import type { TableFile } from '../table.js';
import { countRecords } from './count-records.js';
import { headersOf, type Layout, layoutsOf } from './layout.js';
import { FORM_HEADERS } from './open-form.js';

/** A file as it was handed in, and what was counted in it before anything was matched. */
export interface InputFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: Digest;
  readonly format: TableFile['format'];
  readonly encoding?: string;
  readonly delimiter?: string;
  /** Physical rows of every sheet, read or not; of a text file, counted apart from its reader. */
  readonly sheets: readonly { readonly sheet: string; readonly rows: number }[];
}

export interface Inputs {
  readonly files: readonly InputFile[];
  readonly table: (layout: Layout) => TableFile | undefined;
  /** Findings of the file readers. */
  readonly issues: readonly Issue[];
}

/** Gives the bytes of a file that a job names, or `null` where there is none. */
export type FileReader = (name: string) => Promise<Uint8Array | null>;

const keyOf = ({ file, encoding, delimiter }: Layout): string => JSON.stringify([file, encoding, delimiter]);

/**
 * Reads every file of a job, takes its digest and counts its rows. Issues that refuse the job: `job.missingFile`,
 * `job.sameContent` (one content under two names in one role, or as roster and as list), `job.otherDigest`, and the
 * refusals of the file readers (`read.…`).
 */
export async function readInputs(
  job: Job,
  read: FileReader,
  progress: (done: number, of: number) => void,
): Promise<Result<Inputs>> {
  const sources = [...sourcesOf(job.document)].map((placed) => ({
    placed,
    layouts: layoutsOf(placed, job.document.defaults),
  }));
  const all = sources.flatMap(({ placed, layouts }) => layouts.map((layout) => ({ placed, layout })));
  const tables = new Map<string, TableFile>();
  const files = new Map<string, InputFile>();
  const roles = new Map<string, string>();
  const refused: Issue[] = [];
  const issues: Issue[] = [];
  const seen = new Set<string>();
  let done = 0;
  for (const { placed, layout } of all) {
    progress(done, all.length);
    done += 1;
    const key = keyOf(layout);
    if (!seen.has(key)) {
      seen.add(key);
      const bytes = await read(layout.file);
      if (bytes === null) {
        refused.push(error('job.missingFile', { file: layout.file }, job.place(layout.path)));
        continue;
      }
      const { encoding, delimiter } = layout;
      const table = await readTable(
        { name: layout.file, bytes },
        {
          ...(encoding === undefined ? {} : { encoding }),
          ...(delimiter === undefined ? {} : { delimiter }),
          // They help to tell the encoding of a text file.
          knownHeaders:
            placed.role === 'answers'
              ? FORM_HEADERS
              : headersOf(placed.source).filter((name) => !name.startsWith('@')),
        },
      );
      if (!table.ok) {
        refused.push(...table.issues);
        continue;
      }
      tables.set(key, table.value);
      issues.push(...table.issues);
      files.set(layout.file, {
        name: layout.file,
        bytes: bytes.length,
        sha256: digestBytes(bytes),
        format: table.value.format,
        ...(table.value.encoding === undefined ? {} : { encoding: table.value.encoding }),
        ...(table.value.delimiter === undefined ? {} : { delimiter: table.value.delimiter }),
        sheets: table.value.sheets.map(({ name, rows }) => ({
          sheet: name,
          rows: countRecords(bytes, table.value, delimiter ?? null) ?? rows.length,
        })),
      });
    }
    const digest = files.get(layout.file)?.sha256;
    if (digest === undefined) continue;
    if (layout.sha256 !== undefined && digest !== `sha256:${layout.sha256}`)
      refused.push(error('job.otherDigest', { file: layout.file }, job.place(layout.path)));
    const as = (role: string): string => JSON.stringify([role, digest, layout.sheets ?? []]);
    const role = 'list' in placed ? `${placed.role}.${placed.list}` : placed.role;
    // A roster that is taken for a list as well would put every student on it.
    const before = roles.get(as(role)) ?? ('list' in placed ? roles.get(as('roster')) : undefined);
    if (before !== undefined)
      refused.push(error('job.sameContent', { file: layout.file, other: before }, job.place(layout.path)));
    roles.set(as(role), layout.file);
  }
  progress(done, all.length);
  const [first, ...rest] = refused;
  if (first !== undefined) return { ok: false, issues: [first, ...rest] };
  return success({
    files: [...files.values()],
    table: (layout) => tables.get(keyOf(layout)),
    issues,
  });
}
