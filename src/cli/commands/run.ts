import { readdir, readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { EXIT, type Exit, readJob, refusalExit, runJob, runSentinels } from '../../batch/index.js';
import type { Language } from '../../explain/index.js';
import { error } from '../../value/index.js';
import { issueLine } from '../issues.js';
import { progressOn } from '../progress.js';
import { summaryText } from '../summary.js';
import type { Terminal } from '../terminal.js';

export interface RunOptions {
  readonly out?: string;
  readonly replace?: boolean;
  /** First run in shadow with sentinels; where one is lost, nothing is run and written. */
  readonly sentinels?: boolean;
  readonly lang: Language;
}

/** Bytes of a file, or `null` where there is none; every other failure of the file system is a failure. */
async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (cause) {
    if (isNotThere(cause)) return null;
    throw cause;
  }
}

const codeOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
const isNotThere = (cause: unknown): boolean => ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(cause));

/** `bulou run job.yaml`: determines a whole roster and writes a run folder. The summary is data; everything else goes to the error stream. */
export async function runCommand(file: string, options: RunOptions, terminal: Terminal): Promise<Exit> {
  const { lang } = options;
  const line = issueLine(lang);
  const path = resolve(terminal.cwd, file);
  const bytes = await bytesOf(path);
  if (bytes === null) {
    terminal.err(`${line(error('run.cannotRead', { file, reason: 'ENOENT' }))}\n`);
    return EXIT.refused;
  }
  const job = readJob(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), { file });
  if (!job.ok) {
    for (const issue of job.issues) terminal.err(`${line(issue)}\n`);
    return refusalExit(job.issues);
  }
  const base = dirname(path);
  const said = job.value.document.out;
  const out =
    options.out !== undefined
      ? resolve(terminal.cwd, options.out)
      : said !== undefined
        ? resolve(base, said)
        : null;
  if (out === null) {
    terminal.err(`${line(error('run.noOut'))}\n`);
    return EXIT.usage;
  }

  let interrupted = false;
  const interrupt = (): void => {
    interrupted = true;
  };
  process.once('SIGINT', interrupt);
  const progress = progressOn(terminal, lang);
  const io = {
    read: (name: string) => bytesOf(resolve(base, name)),
    beside: (name: string) => readdir(dirname(resolve(base, name))),
    interrupted: () => interrupted,
  };
  try {
    if (options.sentinels === true) {
      const inShadow = progressOn(terminal, lang);
      const shadow = await runSentinels(job.value, { ...io, progress: inShadow.report });
      inShadow.end();
      for (const issue of shadow.issues) terminal.err(`${line(issue)}\n`);
      if (shadow.exit !== EXIT.clean) return shadow.exit;
    }
    const replace = options.replace ?? false;
    const end = await runJob(job.value, { ...io, out, replace, progress: progress.report });
    progress.end();
    if (end.run === undefined) {
      for (const issue of end.issues) terminal.err(`${line(issue)}\n`);
      return end.exit;
    }
    const folder = relative(terminal.cwd, out) || '.';
    terminal.out(summaryText(end.run, job.value, folder.startsWith('..') ? out : folder, lang, terminal));
    return end.exit;
  } finally {
    progress.end();
    process.removeListener('SIGINT', interrupt);
  }
}
