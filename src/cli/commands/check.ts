import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EXIT, type Exit, refusalExit } from '../../batch/index.js';
import { readCases } from '../../cases/index.js';
import { type CheckReport, check, errorsIn } from '../../check/index.js';
import { say as inLanguage, type Language, STANDING_LABELS, STATUS_LABELS } from '../../explain/index.js';
import { asJson } from '../../record/index.js';
import { type CheckedPart, type RuleSet, readLibrary, readRules } from '../../rules/index.js';
import { canonicalJson, type Digest, type Issue, parseExact, type Result } from '../../value/index.js';
import { caseFileText } from '../check-case.js';
import { reportText } from '../check-report.js';
import type { Telling } from '../check-telling.js';
import { issueLine } from '../issues.js';
import {
  caseFilesBeside,
  type NamedFile,
  type RuleFolder,
  readTexts,
  ruleFoldersIn,
  tablesIn,
} from '../rule-files.js';
import type { Terminal } from '../terminal.js';

export interface CheckSettings {
  readonly lang: Language;
  readonly expanded?: boolean;
  /** Where to write the students of refutations, as a case file. */
  readonly case?: string;
  /** Report steps of money above this amount. */
  readonly cliff?: string;
  readonly time?: boolean;
  /** Everything, however long. */
  readonly all?: boolean;
  /** One line of JSON for each file instead of words. */
  readonly json?: boolean;
}

/**
 * `bulou check RULES…`: reads and links rule files, a folder as the library of its scheme; says what is wrong and where,
 * or what each edition is and holds, and what is proved of it. Exit 3 where a file is refused or an error of it is shown by
 * a student, 1 where something was shown that is no error or could not be proved.
 */
export async function checkCommand(
  paths: readonly string[],
  options: CheckSettings,
  terminal: Terminal,
): Promise<Exit> {
  const { lang, expanded = false, json = false } = options;
  if (options.cliff !== undefined && parseExact(options.cliff) === null) {
    terminal.err(`--cliff: ${options.cliff}\n`);
    return EXIT.usage;
  }
  const line = issueLine(lang);
  // What was asked for goes to the data stream: the findings, or the expanded documents.
  const told = new Set<string>();
  const say = (issue: Issue): void => {
    // What is wrong with an edition is met again by each that amends it.
    const text = line(issue);
    if (!told.has(text)) (expanded || json ? terminal.err : terminal.out)(`${text}\n`);
    told.add(text);
  };
  const { folders, missing } = await ruleFoldersIn(paths, terminal.cwd);
  for (const issue of missing) terminal.err(`${line(issue)}\n`);
  const refused: Issue[] = [...missing];
  const found: Checked[] = [];
  const write = (value: object): void => terminal.out(`${canonicalJson(asJson(value))}\n`);
  for (const folder of folders) {
    const { readings, between } = readingsOf(folder);
    const texts = new Map(folder.asked.map(({ file, text }) => [file.name, text]));
    const asked = options.cliff === undefined ? {} : { cliff: options.cliff };
    const telling: Telling = { lang, all: options.all === true, text: (name) => texts.get(name), ...asked };
    for (const { file, read } of readings) {
      for (const issue of read.issues) say(issue);
      if (!read.ok) {
        refused.push(...read.issues);
        if (json) write({ file: file.name, issues: read.issues });
      } else if (expanded) terminal.out(`${canonicalJson(asJson(read.value.document))}\n`);
      else {
        const { count, issues } = await casesOf(file, read.value);
        for (const issue of issues) say(issue);
        refused.push(...issues.filter(({ severity }) => severity === 'error'));
        const started = performance.now();
        const report = check(read.value, asked);
        const took = performance.now() - started;
        found.push({ report, rules: read.value });
        if (json) write({ file: file.name, issues, report });
        else {
          const words = [
            editionText(file.name, read.value, count, lang),
            ...reportText(report, read.value, telling),
          ];
          terminal.out(`${words.join('\n')}\n`);
          if (options.time === true) terminal.out(`  ${Math.round(took)} ms (${report.steps})\n`);
        }
      }
    }
    for (const issue of between) say(issue);
    refused.push(...between.filter(({ severity }) => severity === 'error'));
  }
  if (options.case !== undefined) await writeCases(options.case, found, terminal, lang);
  if (refused.length > 0) return refusalExit(refused);
  if (found.some(({ report }) => errorsIn(report).length > 0)) return EXIT.refused;
  const open = found.some(({ report: { coverage } }) => coverage.refuted + coverage.notProved > 0);
  return open ? EXIT.items : EXIT.clean;
}

interface Checked {
  readonly report: CheckReport;
  readonly rules: RuleSet;
}

/** Writes the students that were found: a file, or where several editions have some, one for each with its name. */
async function writeCases(
  asked: string,
  found: readonly Checked[],
  terminal: Terminal,
  lang: Language,
): Promise<void> {
  const shown = found.filter(({ report }) => report.properties.some(({ witness }) => witness !== undefined));
  for (const { report, rules } of shown) {
    const own = `${report.scheme}-${report.edition}`;
    const name = shown.length === 1 ? asked : asked.replace(/(\.ya?ml)?$/, (end) => `-${own}${end}`);
    await writeFile(resolve(terminal.cwd, name), caseFileText(report, rules));
    terminal.err(
      inLanguage(lang, `找到的学生写进 ${name}\n`, `the students that were found are in ${name}\n`),
    );
  }
  if (shown.length === 0)
    terminal.err(
      inLanguage(lang, '没有找到这样的学生，没有写用例\n', 'no student was found, and no case written\n'),
    );
}

interface Reading {
  readonly file: NamedFile;
  readonly read: Result<RuleSet>;
}

function readingsOf({ asked, whole, files }: RuleFolder): {
  readonly readings: readonly Reading[];
  readonly between: readonly Issue[];
} {
  if (!whole)
    return {
      readings: asked.map(({ file, text, options }) => ({ file, read: readRules(text, options) })),
      between: [],
    };
  const { readings, issues } = readLibrary(
    asked.map(({ file, text }) => ({ file: file.name, text })),
    { files },
  );
  const byName = new Map(asked.map(({ file }) => [file.name, file]));
  return {
    readings: readings.map(({ file: name, read }) => ({
      file: byName.get(name) ?? { name, path: name },
      read,
    })),
    between: issues,
  };
}

/** How many cases stand beside an edition, and what is wrong with their files. */
async function casesOf(
  file: NamedFile,
  { document }: RuleSet,
): Promise<{ readonly count: number; readonly issues: readonly Issue[] }> {
  let count = 0;
  const issues: Issue[] = [];
  for (const { name, file: beside, text } of await readTexts(await caseFilesBeside(file))) {
    const cases = readCases(text, { file: name, files: tablesIn(join(beside.path, '..')) });
    issues.push(...cases.issues);
    if (cases.ok && cases.value.scheme === document.scheme && cases.value.edition === document.edition)
      count += cases.value.cases.length;
  }
  return { count, issues };
}

const partsIn = (part: CheckedPart): number =>
  part.value.kind === 'section' ? part.value.parts.reduce((sum, inner) => sum + 1 + partsIn(inner), 0) : 0;

/** A digest that a person can hold against another by eye; `--expanded` is for machines. */
export const shortDigest = (digest: Digest): string => digest.slice(0, 'sha256:'.length + 12);

function editionText(name: string, rules: RuleSet, cases: number, lang: Language): string {
  const { document, digests } = rules;
  const { from, until } = document.effective;
  const standing = STANDING_LABELS[document.standing][lang];
  const status = STATUS_LABELS[document.status][lang];
  const edition = `${document.scheme} ${document.edition}`;
  const parts = rules.score === null ? 0 : partsIn(rules.score);
  const digestLine = { document: shortDigest(digests.document), meaning: shortDigest(digests.meaning) };
  if (lang === 'zh')
    return [
      `${name}: ${edition}（${standing}；${status}）：写法无误`,
      `  ${from} 起施行${until === undefined ? '' : `，至 ${until} 止`}，${document.published} 公布`,
      `  事实 ${rules.facts.length} 项，计算量 ${rules.figures.length} 个，计分项 ${parts} 项，表 ${rules.tables.length} 个，` +
        `类别 ${rules.categories.length} 类，档次 ${rules.tiers.length} 档，项目 ${rules.programmes.length} 个，用例 ${cases} 例`,
      `  文件摘要 ${digestLine.document}，含义摘要 ${digestLine.meaning}`,
    ].join('\n');
  return [
    `${name}: ${edition} (${standing}; ${status}): it reads without error`,
    `  in force from ${from}${until === undefined ? '' : ` until ${until}`}, published on ${document.published}`,
    `  facts ${rules.facts.length}, figures ${rules.figures.length}, parts ${parts}, tables ${rules.tables.length}, ` +
      `categories ${rules.categories.length}, tiers ${rules.tiers.length}, programmes ${rules.programmes.length}, cases ${cases}`,
    `  document ${digestLine.document}, meaning ${digestLine.meaning}`,
  ].join('\n');
}
