import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { error, type Issue } from '../value/index.js';

/** A file with the name under which the user knows it. */
export interface NamedFile {
  readonly name: string;
  readonly path: string;
}

const isYaml = (name: string): boolean => /\.ya?ml$/.test(name);
const inOrder = (names: readonly string[]): string[] => [...names].sort();

/** The editions at some paths: a file is one; a folder holds them at any depth, but never in a folder `cases`. */
export async function ruleFilesIn(
  paths: readonly string[],
  cwd: string,
): Promise<{ readonly files: readonly NamedFile[]; readonly missing: readonly Issue[] }> {
  const files: NamedFile[] = [];
  const missing: Issue[] = [];
  const walk = async (name: string): Promise<void> => {
    const path = resolve(cwd, name);
    const found = await stat(path).catch(() => null);
    if (found === null) {
      missing.push(error('run.cannotRead', { file: name, reason: 'ENOENT' }));
    } else if (!found.isDirectory()) {
      files.push({ name, path });
    } else if (basename(path) !== 'cases') {
      for (const inner of inOrder(await readdir(path))) {
        const below = await stat(join(path, inner));
        if (below.isDirectory() || isYaml(inner)) await walk(join(name, inner));
      }
    }
  };
  for (const path of paths) await walk(path);
  return { files, missing };
}

/** The case files beside an edition: `cases/*.yaml` in its folder. */
export async function caseFilesBeside(rules: NamedFile): Promise<readonly NamedFile[]> {
  const folder = join(rules.path, '..', 'cases');
  const names = await readdir(folder).catch(() => [] as string[]);
  return inOrder(names.filter(isYaml)).map((name) => ({
    name: join(rules.name, '..', 'cases', name),
    path: join(folder, name),
  }));
}

/** The text of each file, line ends and byte-order mark included, as the strict reader has to see them. */
export async function readTexts(
  files: readonly NamedFile[],
): Promise<readonly { readonly name: string; readonly file: NamedFile; readonly text: string }[]> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return Promise.all(
    files.map(async (file) => ({
      name: file.name,
      file,
      text: decoder.decode(await readFile(file.path)),
    })),
  );
}
