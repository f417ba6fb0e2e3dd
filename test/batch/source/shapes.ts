import { Bytes } from '../../../fixtures/generator/writers/bytes.js';
import { readJob } from '../../../src/batch/job/index.js';
import { readInputs, readSources } from '../../../src/batch/source/index.js';
import { compile } from '../../../src/plan/index.js';
import type { ListEntry } from '../../../src/reconcile/index.js';
import { readRules } from '../../../src/rules/index.js';
import { biff, label, record } from '../read/biff-parts.js';
import { inline, workbook } from '../read/xlsx-parts.js';
import { FILES, JOB, RULES } from '../run/world.js';

/** A sheet as a department draws it: rows of texts, and merged ranges such as `A1:F1`. */
export interface Drawn {
  readonly rows: readonly (readonly string[])[];
  readonly merged?: readonly string[];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '&#10;');
const letter = (column: number): string => String.fromCharCode(65 + column);

/** The sheets as `.xlsx`; they are called S1, S2 … */
export function asXlsx(sheets: readonly Drawn[]): Uint8Array {
  return workbook({
    sheets: sheets.map(({ rows, merged = [] }) => {
      const lines = rows.map((cells, r) => {
        const written = cells.flatMap((text, c) =>
          text === '' ? [] : inline(`${letter(c)}${r + 1}`, escaped(text)),
        );
        return `<row r="${r + 1}">${written.join('')}</row>`;
      });
      const ranges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
      return `<sheetData>${lines.join('')}</sheetData>${ranges === '' ? '' : `<mergeCells>${ranges}</mergeCells>`}`;
    }),
  });
}

/** The same sheets as `.xls`. */
export function asXls(sheets: readonly Drawn[]): Uint8Array {
  const place = (reference: string): [row: number, column: number] => [
    Number(reference.slice(1)) - 1,
    reference.charCodeAt(0) - 65,
  ];
  return biff(
    sheets.map(({ rows, merged = [] }, i) => {
      const ranges = merged.map((range) => range.split(':').map(place));
      const merges = new Bytes().u16(ranges.length);
      for (const [from = [0, 0] as const, to = from] of ranges) merges.u16(from[0], to[0], from[1], to[1]);
      return {
        name: `S${i + 1}`,
        records: [
          ...rows.flatMap((cells, r) => cells.flatMap((text, c) => (text === '' ? [] : [label(r, c, text)]))),
          ...(ranges.length === 0 ? [] : [record(0x00e5, merges)]),
        ],
      };
    }),
  );
}

const rules = readRules(RULES);
const plan = rules.ok
  ? compile(rules.value, { period: '2025-autumn', asOf: '2025-10-10', knownAt: '2025-10-15' })
  : rules;

/** Reads the small world with another block for its list, and gives the lists or the codes of what refused them. */
export async function readListed(block: string, files: Readonly<Record<string, string | Uint8Array>>) {
  if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
  const start = JOB.indexOf('lists:\n');
  const text = `${JOB.slice(0, start)}${block}\n${JOB.slice(JOB.indexOf('aided_before:'))}`;
  const job = readJob(text, { file: 'job.yaml' });
  if (!job.ok) throw new Error(JSON.stringify(job.issues));
  const all: Readonly<Record<string, string | Uint8Array>> = { ...FILES, ...files };
  const inputs = await readInputs(
    job.value,
    async (name) => {
      const content = all[name];
      return typeof content === 'string' ? new TextEncoder().encode(content) : (content ?? null);
    },
    () => {},
  );
  if (!inputs.ok) return { lists: [], issues: inputs.issues };
  const sources = readSources(job.value, plan.value, inputs.value);
  return {
    lists: sources.ok ? sources.value.lists : [],
    issues: sources.ok ? sources.value.issues : sources.issues,
  };
}

/** The list block of one source, indented as a job has it. */
export const listOf = (file: string, said: string): string =>
  `lists:\n  civil:\n    - file: ${file}\n      list_date: 2025-09-01\n      covers: everybody\n      fixed: { kind: on_dibao }\n${said
    .trim()
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n')}`;

/** Who stands on a list: row, place in the row, name, number, relation. */
export const people = (entries: readonly ListEntry[]): unknown[] =>
  entries.map(({ source, member, name, id, relation }) => [
    ...(source.sheet === undefined ? [] : [source.sheet]),
    source.row,
    member,
    name,
    id,
    relation,
  ]);
