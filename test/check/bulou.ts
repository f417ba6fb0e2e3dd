import { runCommandLine } from '../../src/cli/program.js';

/** Runs one command line and gives what it printed. */
export async function bulouIn(cwd: string, ...args: string[]) {
  const printed = { out: '', err: '' };
  const exit = await runCommandLine(args, {
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    outIsTty: false,
    errIsTty: false,
    cwd,
  });
  return { exit, ...printed };
}
