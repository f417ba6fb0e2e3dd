import { readFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { editionsAmong, type ReadOptions } from '../rules/index.js';
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
      if (files.every((file) => file.path !== path)) files.push({ name, path });
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

/** Serves the text of the tables in a folder, by their plain names. */
export const tablesIn =
  (folder: string) =>
  (name: string): string | undefined => {
    try {
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(readFileSync(join(folder, name)));
    } catch {
      return undefined;
    }
  };

/** An edition that was asked for, with its text and what it may need to be read. */
export interface AskedEdition {
  readonly file: NamedFile;
  readonly text: string;
  readonly options: Required<ReadOptions>;
}

/** A folder of editions: of one scheme, where it was asked for as a whole. */
export interface RuleFolder {
  readonly asked: readonly AskedEdition[];
  /** Every edition in the folder was asked for, so that what is wrong between them can be told. */
  readonly whole: boolean;
  readonly files: (name: string) => string | undefined;
}

/** The editions at some paths, folder by folder, each with the editions and tables beside it. */
export async function ruleFoldersIn(
  paths: readonly string[],
  cwd: string,
): Promise<{ readonly folders: readonly RuleFolder[]; readonly missing: readonly Issue[] }> {
  const { files, missing } = await ruleFilesIn(paths, cwd);
  const byFolder = new Map<string, NamedFile[]>();
  for (const file of files) {
    const folder = dirname(file.path);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  const folders = await Promise.all([...byFolder].map(([path, asked]) => folderOf(path, asked)));
  return { folders, missing };
}

async function folderOf(path: string, asked: readonly NamedFile[]): Promise<RuleFolder> {
  const name = dirname(asked[0]?.name ?? '');
  const there = (await readdir(path))
    .filter(isYaml)
    .filter((one) => asked.every((file) => basename(file.path) !== one));
  const beside = inOrder(there).map((one) => ({ name: join(name, one), path: join(path, one) }));
  const texts = await readTexts([...asked, ...beside]);
  const predecessor = editionsAmong(texts.map(({ name: file, text }) => ({ file, text })));
  const files = tablesIn(path);
  return {
    asked: texts.slice(0, asked.length).map(({ name: file, file: named, text }) => ({
      file: named,
      text,
      options: { file, files, predecessor },
    })),
    whole: beside.length === 0,
    files,
  };
}
