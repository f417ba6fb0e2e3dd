import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { RunFile } from '../../record/index.js';
import { error, type Issue } from '../../value/index.js';

/** What makes a folder a run folder, so that only such a one is ever replaced. */
const MARKS = ['manifest.json', 'seal.json'];

const reasonOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'unknown';

export const cannotWrite = (out: string, cause: unknown): Issue =>
  error('run.cannotWrite', { out, reason: reasonOf(cause instanceof CannotWrite ? cause.cause : cause) });

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

/** A file system that would not. */
export class CannotWrite extends Error {}

function attempt<T>(what: () => T): T {
  try {
    return what();
  } catch (cause) {
    throw new CannotWrite('a run folder cannot be written', { cause });
  }
}

/** Where the bytes of one file go, piece by piece. */
export interface FileSink {
  readonly append: (bytes: Uint8Array) => void;
  readonly close: () => void;
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
 * A folder that appears whole or not at all: it is written beside its place, every file flushed, and then renamed. With an
 * earlier run in its place, that one is put aside first and removed last, so that at no time there is none. All of it throws
 * {@link CannotWrite}, or what the file system throws.
 */
export class NewFolder {
  private readonly out: string;
  private readonly beside: string;
  private readonly opened = new Set<number>();

  constructor(out: string) {
    this.out = out;
    this.beside = siblingOf(out, 'new');
    attempt(() => {
      rmSync(this.beside, { recursive: true, force: true });
      mkdirSync(this.beside, { recursive: true, mode: 0o700 });
    });
  }

  file(path: string): FileSink {
    const at = join(this.beside, path);
    const file = attempt(() => {
      mkdirSync(dirname(at), { recursive: true, mode: 0o700 });
      return openSync(at, 'wx', 0o600);
    });
    this.opened.add(file);
    return {
      append: (bytes) =>
        attempt(() => {
          for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
        }),
      close: () =>
        attempt(() => {
          fsyncSync(file);
          closeSync(file);
          this.opened.delete(file);
        }),
    };
  }

  async publish(): Promise<void> {
    const old = siblingOf(this.out, 'old');
    await syncFolder(this.beside);
    const taken = await lstat(this.out).catch(() => null);
    if (taken !== null) await rename(this.out, old);
    try {
      await rename(this.beside, this.out);
    } catch (cause) {
      if (taken !== null) await rename(old, this.out);
      throw cause;
    }
    await syncFolder(dirname(this.out));
    await rm(old, { recursive: true, force: true });
  }

  /** Nothing is left behind. */
  async discard(): Promise<void> {
    for (const file of this.opened) {
      try {
        closeSync(file);
      } catch {
        // It goes away with its folder.
      }
    }
    this.opened.clear();
    await rm(this.beside, { recursive: true, force: true }).catch(() => {});
  }
}

/** Writes a folder in one go, the files in the order given. Throws what the file system throws; then nothing is left behind. */
export async function writeFolder(out: string, files: readonly RunFile[]): Promise<void> {
  const folder = new NewFolder(out);
  try {
    for (const { path, bytes } of files) {
      const file = folder.file(path);
      file.append(bytes);
      file.close();
    }
    await folder.publish();
  } catch (cause) {
    await folder.discard();
    throw cause;
  }
}
