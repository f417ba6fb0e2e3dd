import { EXIT, type Exit, refusalExit } from '../../batch/index.js';
import { type Language, STANDING_LABELS, STATUS_LABELS } from '../../explain/index.js';
import { asJson } from '../../record/index.js';
import { type RuleSet, readRules } from '../../rules/index.js';
import { canonicalJson } from '../../value/index.js';
import { issueLine } from '../issues.js';
import { readTexts, ruleFilesIn } from '../rule-files.js';
import type { Terminal } from '../terminal.js';

/** `bulou check RULES…`: reads and links rule files; says what is wrong and where, or that nothing is. */
export async function checkCommand(
  paths: readonly string[],
  options: { readonly lang: Language; readonly expanded?: boolean },
  terminal: Terminal,
): Promise<Exit> {
  const { lang, expanded = false } = options;
  const line = issueLine(lang);
  // What was asked for goes to the data stream: the findings, or the expanded documents.
  const tell = expanded ? terminal.err : terminal.out;
  const { files, missing } = await ruleFilesIn(paths, terminal.cwd);
  for (const issue of missing) terminal.err(`${line(issue)}\n`);
  const refused = [...missing];
  for (const { name, text } of await readTexts(files)) {
    const read = readRules(text, { file: name });
    for (const issue of read.issues) tell(`${line(issue)}\n`);
    if (!read.ok) refused.push(...read.issues);
    else if (expanded) terminal.out(`${canonicalJson(asJson(read.value.document))}\n`);
    else terminal.out(`${clean(name, read.value, lang)}\n`);
  }
  return refused.length > 0 ? refusalExit(refused) : EXIT.clean;
}

function clean(name: string, rules: RuleSet, lang: Language): string {
  const { document, digests, facts, categories, programmes, tiers } = rules;
  const standing = [STANDING_LABELS[document.standing][lang], STATUS_LABELS[document.status][lang]];
  const edition = `${document.scheme} ${document.edition}`;
  if (lang === 'zh') {
    const counts = `事实 ${facts.length} 项，类别 ${categories.length} 类，档次 ${tiers.length} 档，项目 ${programmes.length} 个`;
    return [
      `${name}: ${edition}（${standing.join('；')}）：没有发现错误`,
      `  ${counts}`,
      `  文件摘要 ${digests.document}`,
      `  含义摘要 ${digests.meaning}`,
    ].join('\n');
  }
  const counts = `${facts.length} facts, ${categories.length} categories, ${tiers.length} tiers, ${programmes.length} programmes`;
  return [
    `${name}: ${edition} (${standing.join('; ')}): nothing wrong was found`,
    `  ${counts}`,
    `  document ${digests.document}`,
    `  meaning  ${digests.meaning}`,
  ].join('\n');
}
