import { resolve } from 'node:path';
import { diffRuns, EXIT, type Exit } from '../../batch/index.js';
import type { Language } from '../../explain/index.js';
import { diffText } from '../diff-text.js';
import { issueLine } from '../issues.js';
import type { Terminal } from '../terminal.js';

/** `bulou diff RUN RUN`: who entered, left or changed between two runs, and by which row of a list or which fact. */
export async function diffCommand(
  before: string,
  after: string,
  options: { readonly lang: Language },
  terminal: Terminal,
): Promise<Exit> {
  const { lang } = options;
  const at = (name: string) => ({ folder: resolve(terminal.cwd, name), name });
  const diff = await diffRuns(at(before), at(after));
  if (!diff.ok) {
    for (const issue of diff.issues) terminal.err(`${issueLine(lang)(issue)}\n`);
    return diff.issues.some((issue) => issue.code === 'run.damaged') ? EXIT.integrity : EXIT.refused;
  }
  terminal.out(diffText(diff.value, lang));
  const { students, entries, context } = diff.value;
  return students.length + entries.length + context.length === 0 ? EXIT.clean : EXIT.items;
}
