import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { EXIT, type Exit, refusalExit } from '../../batch/index.js';
import { type CaseReport, describeReport, readCases, runCases } from '../../cases/index.js';
import type { Language } from '../../explain/index.js';
import { type Context, compile } from '../../plan/index.js';
import { type RuleSet, readRules } from '../../rules/index.js';
import type { Issue } from '../../value/index.js';
import { issueLine } from '../issues.js';
import { type AskedEdition, caseFilesBeside, readTexts, ruleFoldersIn, tablesIn } from '../rule-files.js';
import type { Terminal } from '../terminal.js';

/**
 * `bulou test RULES…`: runs the cases beside every edition, by the plan and by the reference meaning; one line for each
 * edition, behind the cases that fail, and a total. Exit 1 where a case fails, 3 where a file is refused or an edition
 * has no case at all. `time` adds how long each file took to load and link, and to compile.
 */
export async function testCommand(
  paths: readonly string[],
  options: { readonly lang: Language; readonly time?: boolean },
  terminal: Terminal,
): Promise<Exit> {
  const { lang, time = false } = options;
  const line = issueLine(lang);
  const tell = (text: string): void => terminal.out(`${text}\n`);
  const { folders, missing } = await ruleFoldersIn(paths, terminal.cwd);
  for (const issue of missing) terminal.err(`${line(issue)}\n`);
  let exit: Exit = missing.length > 0 ? EXIT.refused : EXIT.clean;
  const worse = (next: Exit): void => {
    if (next > exit) exit = next;
  };
  const said = new Set<string>();
  const total = { editions: 0, passed: 0, failed: 0 };
  for (const asked of folders.flatMap((folder) => folder.asked)) {
    const begun = performance.now();
    const rules = readRules(asked.text, asked.options);
    const loaded = performance.now();
    if (!rules.ok) {
      for (const issue of rules.issues) tell(line(issue));
      worse(refusalExit(rules.issues));
      continue;
    }
    const { report, refused, warned, context } = await reportOn(asked, rules.value);
    // A case file that cannot be read belongs to nobody: every edition beside it meets it.
    for (const text of [...refused, ...warned].map(line)) {
      if (!said.has(text)) tell(text);
      said.add(text);
    }
    if (refused.length > 0) worse(refusalExit(refused));
    if (report === null && refused.length === 0) {
      tell(noCases(asked.file.name, rules.value, lang));
      worse(EXIT.refused);
    }
    if (report !== null) {
      tell(describeReport(report, lang, line));
      total.editions += 1;
      total.passed += report.passed;
      total.failed += report.failed;
      if (report.failed > 0 || report.issues.some((issue) => issue.severity === 'error')) worse(EXIT.items);
    }
    if (time) tell(timeText(asked.file.name, loaded - begun, compileTime(rules.value, context), lang));
  }
  if (total.editions > 1) tell(totalText(total, lang));
  return exit;
}

/** All cases of an edition as one report; `null` where it has none. */
async function reportOn(
  { file }: AskedEdition,
  rules: RuleSet,
): Promise<{
  readonly report: CaseReport | null;
  readonly refused: readonly Issue[];
  /** What is odd in files that can be run. */
  readonly warned: readonly Issue[];
  readonly context?: Context;
}> {
  const { scheme, edition } = rules.document;
  const refused: Issue[] = [];
  const warned: Issue[] = [];
  let report: CaseReport | null = null;
  let context: Context | undefined;
  for (const { name, file: beside, text } of await readTexts(await caseFilesBeside(file))) {
    const cases = readCases(text, { file: name, files: tablesIn(join(beside.path, '..')) });
    if (!cases.ok) {
      refused.push(...cases.issues);
      continue;
    }
    warned.push(...cases.issues);
    // Several editions share a folder, and each has its own cases in it.
    if (cases.value.scheme !== scheme || cases.value.edition !== edition) continue;
    const [first] = cases.value.cases;
    if (first !== undefined) context ??= { period: first.period, asOf: first.asOf, knownAt: first.knownAt };
    report = together(report, runCases(rules, cases.value));
  }
  return { report, refused, warned, ...(context === undefined ? {} : { context }) };
}

function together(a: CaseReport | null, b: CaseReport): CaseReport {
  if (a === null) return b;
  return {
    ...b,
    issues: [...a.issues, ...b.issues],
    results: [...a.results, ...b.results],
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    compared: a.compared + b.compared,
  };
}

/** Milliseconds to compile for the moment of the first case, or for the first day of the edition. */
function compileTime(rules: RuleSet, context: Context | undefined): number {
  const { effective, published } = rules.document;
  const begun = performance.now();
  compile(rules, context ?? { period: effective.from, asOf: effective.from, knownAt: published });
  return performance.now() - begun;
}

function noCases(name: string, { document }: RuleSet, lang: Language): string {
  const edition = `${document.scheme} ${document.edition}`;
  return lang === 'zh'
    ? `${name}: 旁边的 cases 文件夹里没有 ${edition} 的用例`
    : `${name}: there are no cases for ${edition} in the folder "cases" beside it`;
}

function timeText(name: string, load: number, compiling: number, lang: Language): string {
  const [loaded, compiled] = [load.toFixed(1), compiling.toFixed(1)];
  return lang === 'zh'
    ? `${name}: 读取和核对 ${loaded} 毫秒，编译 ${compiled} 毫秒`
    : `${name}: load and link ${loaded} ms, compile ${compiled} ms`;
}

function totalText(
  {
    editions,
    passed,
    failed,
  }: { readonly editions: number; readonly passed: number; readonly failed: number },
  lang: Language,
): string {
  return lang === 'zh'
    ? `合计 ${editions} 个版本：用例通过 ${passed} 例，不符 ${failed} 例`
    : `${editions} editions in all: cases passed: ${passed}, failed: ${failed}`;
}
