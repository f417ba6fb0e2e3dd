import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EXIT, type Exit } from '../../batch/index.js';
import { type Language, renderIssue } from '../../explain/index.js';
import { error } from '../../value/index.js';
import { type Check, type Finding, VERIFY_MESSAGES, VERIFY_WORDS, verifyRun } from '../../verify/index.js';
import { issueLine } from '../issues.js';
import { runFolder } from '../run-folder.js';
import type { Terminal } from '../terminal.js';

/** As many findings of one check are shown; the count says how many there are. */
const SHOWN = 20;

/**
 * `bulou verify RUN`: checks a run folder by code that shares nothing with what made it. Exits: 0 all checks hold; 3 no
 * run folder; 4 the bytes are not those that were sealed; 5 they are, and an equation or the second matching does not hold.
 */
export async function verifyCommand(
  folder: string,
  { lang }: { readonly lang: Language },
  terminal: Terminal,
): Promise<Exit> {
  const path = resolve(terminal.cwd, folder);
  const missing = ['manifest.json', 'seal.json'].find((file) => !existsSync(join(path, file)));
  if (missing !== undefined) {
    terminal.err(`${issueLine(lang)(error('run.notARun', { folder, file: missing }))}\n`);
    return EXIT.refused;
  }
  const { checks } = verifyRun(runFolder(path));
  for (const check of checks) terminal.out(`${checkText(check, lang)}\n`);
  const broken = checks.filter((check) => !check.holds);
  const said =
    broken.length === 0
      ? { zh: '全部成立。', en: 'All of it holds.' }
      : { zh: `有 ${broken.length} 项不成立。`, en: `${broken.length} of the checks do not hold.` };
  terminal.out(`${said[lang]}\n`);
  if (broken.length === 0) return EXIT.clean;
  return broken.some((check) => check.kind === 'integrity') ? EXIT.integrity : EXIT.equation;
}

function checkText({ id, compared, findings, holds }: Check, lang: Language): string {
  const about = VERIFY_MESSAGES[`verify.check.${id}`][lang];
  const notes = findings.filter((finding) => finding.severity === 'note').length;
  const errors = findings.length - notes;
  const zh = [
    `比对 ${compared} 项`,
    ...(errors > 0 ? [`不符 ${errors} 项`] : []),
    ...(notes > 0 ? [`待看 ${notes} 项`] : []),
  ];
  const en = [
    `${compared} compared`,
    ...(errors > 0 ? [`${errors} wrong`] : []),
    ...(notes > 0 ? [`${notes} to look at`] : []),
  ];
  const head =
    lang === 'zh'
      ? `${holds ? '成立' : '不成立'}  ${about}（${zh.join('，')}）`
      : `${holds ? 'holds' : 'FAILS'}  ${about} (${en.join(', ')})`;
  // What is wrong first.
  const order = [...findings].sort((a, b) =>
    a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : 0,
  );
  const lines = order.slice(0, SHOWN).map((finding) => `  ${findingText(finding, lang)}`);
  const more =
    order.length > SHOWN
      ? [lang === 'zh' ? `  另有 ${order.length - SHOWN} 项` : `  and ${order.length - SHOWN} more`]
      : [];
  return [head, ...lines, ...more].join('\n');
}

/** Values that are codes. */
const CODES = ['state', 'why', 'by', 'outcome'];

const findingText = ({ code, severity, values, place }: Finding, lang: Language): string => {
  const worded = Object.entries(values).map(([name, value]) => {
    const words = CODES.includes(name) ? VERIFY_WORDS[value] : undefined;
    return [name, words?.[lang] ?? value] as const;
  });
  const issue = { code, severity, values: Object.fromEntries(worded) };
  return renderIssue(place === undefined ? issue : { ...issue, place }, lang, VERIFY_MESSAGES);
};
