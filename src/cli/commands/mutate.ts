import { join } from 'node:path';
import { EXIT, type Exit, refusalExit } from '../../batch/index.js';
import { type CaseFile, readCases } from '../../cases/index.js';
import { check } from '../../check/index.js';
import type { Language } from '../../explain/index.js';
import { type Judged, type MutationReport, mutate, scoreOf, tallyOf } from '../../mutate/index.js';
import type { RuleSet } from '../../rules/index.js';
import type { Issue } from '../../value/index.js';
import { issueLine } from '../issues.js';
import { type AskedEdition, caseFilesBeside, readTexts, ruleFoldersIn, tablesIn } from '../rule-files.js';
import { type Terminal, table, tell } from '../terminal.js';
import { fateWords, mutationWords } from '../words/mutation.js';

/**
 * `bulou mutate RULES…`: tests the cases beside rule files. Makes every systematic mutant of a file (a cut moved by one, two
 * amounts swapped, a category dropped …), runs the cases on each, and lists those that no case notices, with file and
 * line; then those of which a case file says why none can. Cases marked `generated` do not count. Exit 1 where a mutant
 * survives or such a reason is no longer true, 3 where a file is refused.
 */
export async function mutateCommand(
  paths: readonly string[],
  options: { readonly lang: Language; readonly summary?: boolean },
  terminal: Terminal,
): Promise<Exit> {
  const { lang, summary = false } = options;
  const line = issueLine(lang);
  const { folders, missing } = await ruleFoldersIn(paths, terminal.cwd);
  const refused: Issue[] = [...missing];
  const reports: MutationReport[] = [];
  const stale: Issue[] = [];
  for (const asked of folders.flatMap((folder) => folder.asked)) {
    const { files, issues } = await casesBeside(asked);
    const report = mutate(asked.text, files, { ...asked.options, refuted });
    refused.push(...issues, ...(report.ok ? [] : report.issues));
    if (!report.ok) continue;
    reports.push(report.value);
    stale.push(...report.issues);
    if (!summary) for (const one of unnoticed(report.value)) terminal.out(`${unnoticedText(one, lang)}\n`);
  }
  for (const issue of [...refused, ...stale]) terminal.err(`${line(issue)}\n`);
  if (reports.length > 0) terminal.out(`${summaryLines(reports, lang).join('\n')}\n`);
  if (refused.length > 0) return refusalExit(refused);
  const survived = reports.some(({ mutants }) => mutants.some(({ fate }) => fate === 'survived'));
  return survived || stale.length > 0 ? EXIT.items : EXIT.clean;
}

/** What no case notices, then what none can. */
const unnoticed = ({ mutants }: MutationReport): readonly Judged[] =>
  (['survived', 'explained'] as const).flatMap((these) => mutants.filter(({ fate }) => fate === these));

/** What `check` refutes of a rule set, by name. */
const refuted = (rules: RuleSet): ReadonlySet<string> =>
  new Set(
    check(rules)
      .properties.filter(({ status }) => status === 'refuted')
      .map(({ id, stage, setting }) => [id, stage, setting].join(' ')),
  );

/** The case files beside an edition that can be read, and what is wrong with the others. */
async function casesBeside({ file }: AskedEdition): Promise<{
  readonly files: readonly CaseFile[];
  readonly issues: readonly Issue[];
}> {
  const files: CaseFile[] = [];
  const issues: Issue[] = [];
  for (const { name, file: beside, text } of await readTexts(await caseFilesBeside(file))) {
    const cases = readCases(text, { file: name, files: tablesIn(join(beside.path, '..')) });
    if (cases.ok) files.push(cases.value);
    else issues.push(...cases.issues);
  }
  return { files, issues };
}

/** `rules/x/1.yaml:31:5: cut moved: score.parts.age.below.18: 18 → 17`, with its reason where it is explained. */
function unnoticedText({ mutation, place, path, before, after, because }: Judged, lang: Language): string {
  const where = `${place.file}:${place.line}:${place.column}`;
  const gone = tell(lang, { zh: '（去掉）', en: '(gone)' });
  const between = tell(lang, { zh: '：', en: ': ' });
  const change = `${path.join('.')}: ${before} → ${after === '' ? gone : after}`;
  const line = `${where}: ${mutationWords(mutation, lang)}${between}${change}`;
  if (because === undefined) return line;
  const reason = tell(lang, { zh: because.zh, en: because.en ?? because.zh });
  return `${line}\n  ${fateWords('explained', lang)}${between}${reason}`;
}

function summaryLines(reports: readonly MutationReport[], lang: Language): readonly string[] {
  const header = [
    '',
    tell(lang, { zh: '用例', en: 'cases' }),
    tell(lang, { zh: '变异', en: 'mutants' }),
    ...(['killed', 'proved', 'survived', 'explained', 'same', 'refused'] as const).map((fate) =>
      fateWords(fate, lang),
    ),
    tell(lang, { zh: '查出率', en: 'noticed' }),
  ];
  const row = (name: string, cases: number, mutants: readonly Judged[]): readonly string[] => {
    const tally = tallyOf(mutants);
    const counts = [
      cases,
      mutants.length,
      tally.killed,
      tally.proved,
      tally.survived,
      tally.explained,
      tally.same,
      tally.refused,
    ];
    const score = scoreOf(mutants);
    return [name, ...counts.map(String), `${(score - (score % 10)) / 10}.${score % 10} %`];
  };
  const rows = reports.map(({ scheme, edition, cases, mutants }) =>
    row(`${scheme} ${edition}`, cases.counted, mutants),
  );
  const total = row(
    tell(lang, { zh: '合计', en: 'all' }),
    reports.reduce((sum, { cases }) => sum + cases.counted, 0),
    reports.flatMap(({ mutants }) => mutants),
  );
  return table([header, ...rows, ...(reports.length > 1 ? [total] : [])]);
}
