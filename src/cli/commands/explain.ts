import { resolve } from 'node:path';
import { EXIT, type Exit, openRun } from '../../batch/index.js';
import { explain, type Language, renderExplanation } from '../../explain/index.js';
import { readStudentNumber } from '../../roster/index.js';
import { error } from '../../value/index.js';
import { issueLine } from '../issues.js';
import type { Terminal } from '../terminal.js';

/** `bulou explain RUN STUDENT`: why one student was determined as they were, in words. */
export async function explainCommand(
  folder: string,
  student: string,
  options: { readonly lang: Language },
  terminal: Terminal,
): Promise<Exit> {
  const { lang } = options;
  const line = issueLine(lang);
  const run = await openRun(resolve(terminal.cwd, folder), folder);
  if (!run.ok) {
    for (const issue of run.issues) terminal.err(`${line(issue)}\n`);
    return run.issues.some((issue) => issue.code === 'run.damaged') ? EXIT.integrity : EXIT.refused;
  }
  const { plan, determinations } = run.value;
  const keys = new Set([student, readStudentNumber(student).compact]);
  const found = determinations.filter((determination) => keys.has(determination.student));
  if (found.length === 0) {
    terminal.err(`${line(error('run.noStudent'))}\n`);
    return EXIT.refused;
  }
  for (const determination of found)
    terminal.out(`${renderExplanation(explain(plan, determination, { lang }))}\n`);
  return EXIT.clean;
}
