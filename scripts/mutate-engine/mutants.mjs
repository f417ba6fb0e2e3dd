/** The mutants of a room: all of them made by Stryker's instrumenter, and a sample of them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';

const SILENT = {
  isDebugEnabled: () => false,
  debug: () => {},
  info: () => {},
  warn: console.warn,
  error: console.error,
};

/** What Stryker puts before every file that it instruments; `switch.mjs` does the same faster. */
const HEADER =
  /function stryNS_9fa48\(\) \{[\s\S]*?\n {2}stryMutAct_9fa48 = isActive;\n {2}return isActive\(id\);\n\}\n/;
/** Numbers are told apart faster than texts. */
const IDS = /(?<=\bstry(?:MutAct|Cov)_9fa48\()"\d+"(?:, "\d+")*(?=\))/g;
const SWITCH = `import { active as stryMutAct_9fa48, cover as stryCov_9fa48 } from 'mutant-switch';\n`;

/** Sentences are looked at by `test/explain`; a door holds nothing. */
const LEFT_OUT = /\/(index|messages)\.ts$/;

/**
 * The source files of the rooms with every mutant in them, each behind a switch, and the mutants: `id`, `file`, lines
 * and columns from 1, what stood there and what stands there instead.
 */
export async function mutantsOf(root, rooms) {
  const all = rooms.flatMap((room) => filesIn(root, `src/${room}`));
  const names = all.filter((name) => name.endsWith('.ts') && !LEFT_OUT.test(name));
  const files = names.map((name) => ({
    name,
    mutate: true,
    content: readFileSync(join(root, name), 'utf8'),
  }));
  const instrumented = await new Instrumenter(SILENT).instrument(files, {
    excludedMutations: [],
    ignorers: [],
    plugins: null,
  });
  const sources = new Map();
  for (const { name, content } of instrumented.files) {
    if (!content.includes('stryMutAct_9fa48')) continue;
    if (!HEADER.test(content)) throw new Error(`${name}: Stryker instruments otherwise than it did`);
    const switched = content.replace(HEADER, () => SWITCH);
    sources.set(
      join(root, name),
      switched.replace(IDS, (ids) => ids.replaceAll('"', '')),
    );
  }
  const texts = new Map(files.map(({ name, content }) => [name, content]));
  const mutants = instrumented.mutants.map(
    ({ id, fileName, location: { start, end }, mutatorName, replacement }) => {
      const text = texts.get(fileName);
      const from = offsetOf(text, start);
      const to = offsetOf(text, end);
      const place = `${fileName}:${start.line + 1}:${start.column + 1}`;
      return {
        id: Number(id),
        file: fileName,
        place,
        kind: mutatorName,
        from,
        to,
        was: text.slice(from, to),
        replacement,
      };
    },
  );
  return { sources, mutants };
}

/** Every file below a folder of the root, by its path from there. */
export function filesIn(root, folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
    .sort();
}

function offsetOf(text, { line, column }) {
  let offset = 0;
  for (let i = 0; i < line; i += 1) offset = text.indexOf('\n', offset) + 1;
  return offset + column;
}

/** `count` mutants, each as likely as any other; the same seed gives the same ones, whatever else changed. */
export function sampleOf(mutants, count, seed) {
  const rank = ({ place, kind, was, replacement }) =>
    createHash('sha256').update([seed, place, kind, was, replacement].join('\0')).digest('hex');
  return mutants
    .map((mutant) => ({ mutant, rank: rank(mutant) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ mutant }) => mutant);
}
