import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { RunFile } from '../../record/index.js';
import { error, type Issue } from '../../value/index.js';

/** What makes a folder a run folder, so that only such a one is ever replaced. */
const MARKS = ['manifest.json', 'seal.json'];

const reasonOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'unknown';

export const cannotWrite = (out: string, cause: unknown): Issue =>
  error('run.cannotWrite', { out, reason: reasonOf(cause) });

/**
 * Whether a run may be written to `out`, looked at before any work. Issues: `run.outNotFolder`, `run.outNotEmpty`,
 * `run.outIsRun`, `run.cannotWrite`. `null`: it may.
 */
export async function refuseOut(out: string, replace: boolean): Promise<Issue | null> {
  try {
    const stat = await lstat(out).catch(() => null);
    if (stat !== null) {
      if (!stat.isDirectory()) return error('run.outNotFolder', { out });
      const names = await readdir(out);
      const isRun = MARKS.every((mark) => names.includes(mark));
      if (names.length > 0 && !isRun) return error('run.outNotEmpty', { out });
      if (isRun && !replace) return error('run.outIsRun', { out });
    }
    // The only sure way to know that a folder can be written to is to write to it.
    const trial = siblingOf(out, 'try');
    await mkdir(dirname(out), { recursive: true });
    await mkdir(trial);
    await rm(trial, { recursive: true });
    return null;
  } catch (cause) {
    return cannotWrite(out, cause);
  }
}

const siblingOf = (out: string, kind: string): string =>
  join(dirname(out), `.${basename(out)}.${kind}-${process.pid}`);

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  if (folder === null) return;
  try {
    await folder.sync();
  } catch {
    // Some file systems cannot sync a folder; the files in it are synced.
  } finally {
    await folder.close();
  }
}

/**
 * Writes a run folder whole or not at all: into a folder beside it, every file flushed, in the order given (the seal
 * last), then renamed. With an earlier run in its place, that one is put aside first and removed last, so that at no
 * time there is none. Throws what the file system throws; then nothing is left behind.
 */
export async function writeFolder(
  out: string,
  files: readonly RunFile[],
  progress: (done: number, of: number) => void = () => {},
): Promise<void> {
  const beside = siblingOf(out, 'new');
  const old = siblingOf(out, 'old');
  try {
    await rm(beside, { recursive: true, force: true });
    await mkdir(beside, { recursive: true, mode: 0o700 });
    for (const [i, { path, bytes }] of files.entries()) {
      progress(i, files.length);
      await writeDurably(join(beside, path), bytes);
    }
    await syncFolder(beside);
    const taken = await lstat(out).catch(() => null);
    if (taken !== null) await rename(out, old);
    try {
      await rename(beside, out);
    } catch (cause) {
      if (taken !== null) await rename(old, out);
      throw cause;
    }
    await syncFolder(dirname(out));
    await rm(old, { recursive: true, force: true });
    progress(files.length, files.length);
  } catch (cause) {
    await rm(beside, { recursive: true, force: true }).catch(() => {});
    throw cause;
  }
}
