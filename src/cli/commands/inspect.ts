import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EXIT, type Exit, inspectFile, jobFragment, renderInspection } from '../../batch/index.js';
import type { Language } from '../../explain/index.js';
import { error } from '../../value/index.js';
import { issueLine } from '../issues.js';
import type { Terminal } from '../terminal.js';

/** `bulou inspect FILE…`: what is in each file, and a job-file fragment to paste. */
export async function inspectCommand(
  files: readonly string[],
  options: { readonly lang: Language },
  terminal: Terminal,
): Promise<Exit> {
  let exit: Exit = EXIT.clean;
  for (const file of files) {
    const bytes = await readFile(resolve(terminal.cwd, file)).catch(() => null);
    if (bytes === null) {
      terminal.err(`${issueLine(options.lang)(error('run.cannotRead', { file, reason: 'ENOENT' }))}\n`);
      exit = EXIT.refused;
      continue;
    }
    const inspection = await inspectFile(file, bytes);
    terminal.out(`${renderInspection(inspection, options.lang)}\n`);
    if (!inspection.readable) {
      exit = EXIT.refused;
      continue;
    }
    const fragment = jobFragment(inspection);
    if (fragment !== '') terminal.out(`${fragment}\n`);
  }
  return exit;
}
