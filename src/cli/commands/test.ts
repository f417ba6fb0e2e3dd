import { EXIT, type Exit, refusalExit } from '../../batch/index.js';
import { describeReport, readCases, runCases } from '../../cases/index.js';
import type { Language } from '../../explain/index.js';
import { readRules } from '../../rules/index.js';
import { issueLine } from '../issues.js';
import { caseFilesBeside, readTexts, ruleFilesIn } from '../rule-files.js';
import type { Terminal } from '../terminal.js';

/**
 * `bulou test RULES…`: runs the cases beside every edition, by the plan and by the reference meaning. Exit 1 where a
 * case fails, 3 where a file is refused or an edition has no case at all.
 */
export async function testCommand(
  paths: readonly string[],
  options: { readonly lang: Language },
  terminal: Terminal,
): Promise<Exit> {
  const { lang } = options;
  const line = issueLine(lang);
  const { files, missing } = await ruleFilesIn(paths, terminal.cwd);
  for (const issue of missing) terminal.err(`${line(issue)}\n`);
  let exit: Exit = missing.length > 0 ? EXIT.refused : EXIT.clean;
  const worse = (next: Exit): void => {
    if (next > exit) exit = next;
  };
  for (const { name, file, text } of await readTexts(files)) {
    const rules = readRules(text, { file: name });
    if (!rules.ok) {
      for (const issue of rules.issues) terminal.out(`${line(issue)}\n`);
      worse(refusalExit(rules.issues));
      continue;
    }
    const { scheme, edition } = rules.value.document;
    let ran = 0;
    for (const one of await readTexts(await caseFilesBeside(file))) {
      const cases = readCases(one.text, { file: one.name });
      if (!cases.ok) {
        for (const issue of cases.issues) terminal.out(`${line(issue)}\n`);
        worse(refusalExit(cases.issues));
        continue;
      }
      // Several editions share a folder, and each has its own cases in it.
      if (cases.value.scheme !== scheme || cases.value.edition !== edition) continue;
      ran += 1;
      const report = runCases(rules.value, cases.value);
      terminal.out(`${one.name}\n${describeReport(report, lang, line)}\n`);
      if (report.failed > 0 || report.issues.some((issue) => issue.severity === 'error')) worse(EXIT.items);
    }
    if (ran === 0) {
      terminal.out(
        lang === 'zh'
          ? `${name}: 旁边的 cases 文件夹里没有 ${scheme} ${edition} 的用例\n`
          : `${name}: there are no cases for ${scheme} ${edition} in the folder "cases" beside it\n`,
      );
      worse(EXIT.refused);
    }
  }
  return exit;
}
