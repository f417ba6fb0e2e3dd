import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

const BINARY = /\.(xlsx?|zip|gz|png|jpe?g|ico|woff2?)$/i;

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Every text file that is, or is about to be, part of the repository. */
export function repositoryFiles(under = '.'): readonly TextFile[] {
  const git = (...flags: string[]): string =>
    execFileSync('git', ['ls-files', '-z', ...flags, '--', under], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
  const gone = new Set(git('--deleted').split('\0'));
  return git('--cached', '--others', '--exclude-standard')
    .split('\0')
    .filter((path) => path !== '' && !gone.has(path) && !BINARY.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** `path:line` of every line that a pattern matches. */
export function linesWith(pattern: RegExp, files: readonly TextFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}`] : [])),
  );
}
