/**
 * Keeps published editions from changing. rules/rules.lock holds the document digest of each, one line of JSON for an
 * edition; `npm run lock` adds those that are new and refuses to touch a line that is there, `npm run lock -- --check`
 * only says whether everything holds. Drafts are not locked. A correction of a published edition is a new edition with
 * the same `from` and a later `published`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ruleFoldersIn } from '../src/cli/rule-files.js';
import { type RuleSet, readRules } from '../src/rules/index.js';

/** An edition as the lock knows it. */
export interface Locked {
  readonly scheme: string;
  readonly edition: string;
  readonly document: string;
}

/** A published edition as it stands in its file. */
export interface Published extends Locked {
  readonly file: string;
}

const nameOf = ({ scheme, edition }: Locked): string => `${scheme} ${edition}`;

/** The lines of a lock file. */
export function parseLock(text: string): readonly Locked[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Locked);
}

/** A lock file, by scheme and edition, so that two branches that publish meet in one place only. */
export function lockText(locked: readonly Locked[]): string {
  const lines = locked.map(({ scheme, edition, document }) => JSON.stringify({ scheme, edition, document }));
  return [...lines]
    .sort()
    .map((line) => `${line}\n`)
    .join('');
}

/** What is new, and what may not be: a published edition that changed, or that is gone. */
export function heldAgainst(
  locked: readonly Locked[],
  published: readonly Published[],
): { readonly unlocked: readonly Published[]; readonly broken: readonly string[] } {
  const byName = new Map(locked.map((one) => [nameOf(one), one.document]));
  const changed = published.flatMap((one) => {
    const was = byName.get(nameOf(one));
    return was === undefined || was === one.document
      ? []
      : [`${one.file}: the published edition ${nameOf(one)} has changed: locked ${was}, now ${one.document}`];
  });
  const there = new Set(published.map(nameOf));
  const gone = locked
    .filter((one) => !there.has(nameOf(one)))
    .map((one) => `the published edition ${nameOf(one)} is gone, or no longer published`);
  return { unlocked: published.filter((one) => !byName.has(nameOf(one))), broken: [...changed, ...gone] };
}

/** Every published edition of a folder of schemes; files that cannot be read are named with their first finding. */
export async function publishedIn(
  folder: string,
  cwd: string,
): Promise<{ readonly published: readonly Published[]; readonly refused: readonly string[] }> {
  const { folders } = await ruleFoldersIn([folder], cwd);
  const published: Published[] = [];
  const refused: string[] = [];
  for (const { text, options } of folders.flatMap(({ asked }) => asked)) {
    const read = readRules(text, options);
    if (read.ok) published.push(...ifPublished(read.value, options.file));
    else refused.push(`${options.file}: ${read.issues[0].code}`);
  }
  return { published, refused };
}

function ifPublished({ document, digests }: RuleSet, file: string): readonly Published[] {
  const { scheme, edition, status } = document;
  return status === 'published' ? [{ scheme, edition, document: digests.document, file }] : [];
}

async function main(check: boolean): Promise<number> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const file = fileURLToPath(new URL('../rules/rules.lock', import.meta.url));
  const locked = existsSync(file) ? parseLock(readFileSync(file, 'utf8')) : [];
  const { published, refused } = await publishedIn('rules', root);
  const { unlocked, broken } = heldAgainst(locked, published);
  for (const text of [...refused, ...broken]) console.error(text);
  if (broken.length > 0)
    console.error(
      'a published edition never changes: publish a correction, with the same from and a later published',
    );
  if (refused.length > 0 || broken.length > 0) return 1;
  if (check) {
    for (const one of unlocked)
      console.error(`${one.file}: ${nameOf(one)} is published and not locked: run npm run lock`);
    if (unlocked.length > 0) return 1;
    console.log(`rules/rules.lock holds ${locked.length} published editions, none of them changed`);
    return 0;
  }
  writeFileSync(file, lockText([...locked, ...unlocked]));
  for (const one of unlocked) console.log(`${one.file}: ${nameOf(one)} locked`);
  console.log(`rules/rules.lock written, ${locked.length + unlocked.length} published editions`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = await main(process.argv.includes('--check'));
