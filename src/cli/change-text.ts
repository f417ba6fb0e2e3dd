import type { Language } from '../explain/index.js';
import type { Change, ChangeBlock, RuleDocument, SourceNote, Words } from '../rules/index.js';
import { type Told, tell } from './terminal.js';

export const BLOCK_WORDS: Readonly<Record<ChangeBlock, Told>> = {
  tiers: { zh: '档次', en: 'Tiers' },
  floors: { zh: '保底和否决', en: 'Floors and vetoes' },
  scope: { zh: '适用范围', en: 'Scope' },
  amounts: { zh: '项目和金额', en: 'Programmes and amounts' },
  score: { zh: '计分', en: 'Score' },
  categories: { zh: '类别和名单', en: 'Categories and lists' },
  calculation: { zh: '其他计算', en: 'Other calculations' },
  facts: { zh: '事实', en: 'Facts' },
  header: { zh: '文件头', en: 'Header' },
  words: { zh: '文字和出处（不改变含义）', en: 'Titles and sources (no change of meaning)' },
};

const KIND_WORDS: Readonly<Record<Change['kind'], Told>> = {
  added: { zh: '新增', en: 'added' },
  removed: { zh: '删除', en: 'removed' },
  changed: { zh: '', en: '' },
  moved: { zh: '界限移动', en: 'moved' },
  reordered: { zh: '次序改变', en: 'reordered' },
};

const MOST = 100;

/**
 * One line for one change: `tiers.general.from: 20 → 18 [一般困难]（通知，第3项）`. Long formulas are shortened to where they
 * differ; what has an inside is shown from its beginning.
 */
export function changeText(
  change: Change,
  documents: readonly [RuleDocument, RuleDocument],
  lang: Language,
): string {
  const { path, titles, kind } = change;
  const word = tell(lang, KIND_WORDS[kind]);
  const said = titles.map((title) => inLanguage(title, lang)).join(lang === 'zh' ? '，' : ', ');
  return [
    `${path}: ${word === '' ? '' : `${word} `}${valuesText(change)}`,
    said === '' ? '' : ` [${said}]`,
    sourcesText(change, documents, lang),
  ].join('');
}

const inLanguage = (words: Words, lang: Language): string =>
  lang === 'en' ? (words.en ?? words.zh) : words.zh;

function valuesText({ before, after }: Change): string {
  if (before === undefined) return shown(after ?? '');
  if (after === undefined) return shown(before);
  const [was, is] = shortened(readable(before), readable(after));
  return `${was} → ${is}`;
}

const shown = (text: string): string => cut(readable(text));
const cut = (text: string): string => {
  const characters = [...text];
  return characters.length > MOST ? `${characters.slice(0, MOST).join('')}…` : text;
};

/** Canonical JSON much as it would be written in a rule file; any other text as it is. */
function readable(text: string): string {
  return text.startsWith('{"') || text.startsWith('[{"') ? flow(JSON.parse(text)) : text;
}

/** Said beside it, or by the path. */
const ELSEWHERE = new Set(['id', 'title', 'titles', 'source', 'kind']);
/** What a reader asks first. */
const FIRST = [
  'type',
  'instrument',
  'list',
  'row',
  'for',
  'of',
  'when',
  'floor',
  'bypass',
  'points',
  'amount',
  'is',
];
const rank = (key: string): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (value === null || typeof value !== 'object') return String(value);
  const members = Object.entries(value).filter(([key]) => !ELSEWHERE.has(key));
  if ('kind' in value && value.kind === 'formula' && 'is' in value) return String(value.is);
  const sorted = members.sort(([x], [y]) => rank(x) - rank(y));
  return `{ ${sorted.map(([key, inner]) => `${key}: ${flow(inner)}`).join(', ')} }`;
}

/** Two long texts from shortly before their first difference to shortly behind their last one. */
function shortened(before: string, after: string): readonly [string, string] {
  const [a, b] = [before.split(' '), after.split(' ')];
  if (before.length + after.length <= MOST) return [before, after];
  const shorter = a.length < b.length ? a.length : b.length;
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const AROUND = 2;
  const part = (words: readonly string[]): string => {
    const from = head > AROUND ? head - AROUND : 0;
    const to = tail > AROUND ? words.length - tail + AROUND : words.length;
    return cut(`${from > 0 ? '… ' : ''}${words.slice(from, to).join(' ')}${to < words.length ? ' …' : ''}`);
  };
  return [part(a), part(b)];
}

function sourcesText(
  { sourceBefore, sourceAfter }: Change,
  [a, b]: readonly [RuleDocument, RuleDocument],
  lang: Language,
): string {
  const was = sourceBefore === undefined ? '' : sourceText(sourceBefore, a, lang);
  const is = sourceAfter === undefined ? '' : sourceText(sourceAfter, b, lang);
  if (was === '' && is === '') return '';
  const none = tell(lang, { zh: '无', en: 'none' });
  const both = was === is ? is : `${was === '' ? none : was} → ${is === '' ? none : is}`;
  return lang === 'zh' ? `（出处 ${both}）` : ` (source ${both})`;
}

function sourceText({ in: id, at }: SourceNote, { sources }: RuleDocument, lang: Language): string {
  const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
  const name = source === undefined ? id : (source.number ?? inLanguage(source.title, lang));
  return at === undefined ? name : `${name}${lang === 'zh' ? '，' : ', '}${at}`;
}
