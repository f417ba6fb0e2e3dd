import type { Issue, Place } from '../value/index.js';
import type { Language } from './language.js';
import { fill, MESSAGES, type MessageCatalogue } from './messages/index.js';

/**
 * A place in words: `file:line:column` in a text file, `file, sheet 'x', row 12, column y` in a table, else the
 * dotted path; empty where nothing is known.
 */
export function renderPlace(place: Place, lang: Language): string {
  const { file, line, column, sheet, row, header, path } = place;
  if (line !== undefined) {
    const at = column === undefined ? `${line}` : `${line}:${column}`;
    return file === undefined ? at : `${file}:${at}`;
  }
  const table =
    lang === 'zh'
      ? [
          file === undefined ? '' : `文件 ${file}`,
          sheet === undefined ? '' : `工作表“${sheet}”`,
          row === undefined ? '' : `第 ${row} 行`,
          header === undefined ? '' : `“${header}”列`,
        ]
      : [
          file ?? '',
          sheet === undefined ? '' : `sheet '${sheet}'`,
          row === undefined ? '' : `row ${row}`,
          header === undefined ? '' : `column ${header}`,
        ];
  const said = table.filter((piece) => piece !== '');
  return said.length > 0 ? said.join(lang === 'zh' ? '，' : ', ') : (path ?? '');
}

/** What stands for a code that no catalogue knows: its values, so that nothing is hidden. */
function plain(issue: Issue): string {
  return Object.entries(issue.values)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}

/** What an issue says, without its place and code: what is wrong, why and what to do. An unknown code gives its values. */
export function sentenceOf(issue: Issue, lang: Language, extra: MessageCatalogue = {}): string {
  const said = [extra, MESSAGES].find((catalogue) => Object.hasOwn(catalogue, issue.code))?.[issue.code];
  return said === undefined ? plain(issue) : fill(said[lang], issue.values, lang);
}

/**
 * One line for one issue: place, code, sentence. `extra` holds the sentences of rooms outside the core, such as the
 * readers of files. Nothing throws: a code without a sentence is shown with its values.
 */
export function renderIssue(issue: Issue, lang: Language, extra: MessageCatalogue = {}): string {
  const place = issue.place === undefined ? '' : renderPlace(issue.place, lang);
  const stop = lang === 'zh' && issue.place?.line === undefined ? '：' : ': ';
  return [place, issue.code, sentenceOf(issue, lang, extra)].filter((piece) => piece !== '').join(stop);
}
