import { EXIT, type Exit, refusalExit } from '../../batch/index.js';
import type { Language } from '../../explain/index.js';
import { CHANGE_BLOCKS, compareEditions, type RuleSet, readRules } from '../../rules/index.js';
import { BLOCK_WORDS, changeText } from '../change-text.js';
import { issueLine } from '../issues.js';
import { ruleFoldersIn } from '../rule-files.js';
import { styled, type Terminal, tell } from '../terminal.js';

/**
 * `bulou compare A B`: what two editions do not say alike, the weightiest first, one line each. Exit 0 where they mean
 * the same (then at most titles and sources differ), 1 where they do not, 2 where a path is not one edition, 3 where
 * one is refused.
 */
export async function compareCommand(
  a: string,
  b: string,
  options: { readonly lang: Language },
  terminal: Terminal,
): Promise<Exit> {
  const { lang } = options;
  const before = await editionAt(a, lang, terminal);
  const after = await editionAt(b, lang, terminal);
  if (!before.ok) return before.exit;
  if (!after.ok) return after.exit;
  const [from, to] = [before.rules, after.rules];
  const title = (name: string, { document }: RuleSet): string =>
    `${name} (${document.scheme} ${document.edition})`;
  const documents = [from.document, to.document] as const;
  const changes = compareEditions(...documents);
  terminal.out(`${title(a, from)} → ${title(b, to)}\n`);
  for (const block of CHANGE_BLOCKS) {
    const of = changes.filter((change) => change.block === block);
    if (of.length === 0) continue;
    terminal.out(`\n${styled(terminal, 'bold', tell(lang, BLOCK_WORDS[block]))}\n`);
    for (const change of of) terminal.out(`  ${changeText(change, documents, lang)}\n`);
  }
  terminal.out(`${changes.length === 0 ? '' : '\n'}${digestText(from, to, lang)}\n`);
  return from.digests.meaning === to.digests.meaning ? EXIT.clean : EXIT.items;
}

type Read = { readonly ok: true; readonly rules: RuleSet } | { readonly ok: false; readonly exit: Exit };

/** The one edition at a path; what is wrong with it goes to the error stream. */
async function editionAt(path: string, lang: Language, terminal: Terminal): Promise<Read> {
  const line = issueLine(lang);
  const { folders, missing } = await ruleFoldersIn([path], terminal.cwd);
  for (const issue of missing) terminal.err(`${line(issue)}\n`);
  if (missing.length > 0) return { ok: false, exit: refusalExit(missing) };
  const asked = folders.flatMap((folder) => folder.asked);
  const [only] = asked;
  if (only === undefined || asked.length > 1) {
    const zh = `${path}: 这里有 ${asked.length} 个版本；请指明要比较的那个文件\n`;
    const en = `${path}: there are ${asked.length} editions here; name the file to compare\n`;
    terminal.err(tell(lang, { zh, en }));
    return { ok: false, exit: EXIT.usage };
  }
  const read = readRules(only.text, only.options);
  if (read.ok) return { ok: true, rules: read.value };
  for (const issue of read.issues) terminal.err(`${line(issue)}\n`);
  return { ok: false, exit: refusalExit(read.issues) };
}

/** Which digests differ: of the documents, or of the meanings too. */
function digestText(a: RuleSet, b: RuleSet, lang: Language): string {
  if (a.digests.document === b.digests.document)
    return tell(lang, {
      zh: '两个版本完全相同（文件摘要相同）',
      en: 'The editions are equal (same document digest)',
    });
  if (a.digests.meaning === b.digests.meaning)
    return tell(lang, {
      zh: '含义相同（含义摘要相同），只有文字和出处不同（文件摘要不同）',
      en: 'They mean the same (same meaning digest); only titles and sources differ (document digests differ)',
    });
  return tell(lang, {
    zh: '含义不同（文件摘要和含义摘要都不同）',
    en: 'They do not mean the same (document and meaning digests differ)',
  });
}
