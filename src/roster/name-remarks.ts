import type { NameFinding } from './name-forms.js';

/** A name without remarks and descriptions, what they were, and what was found. */
export interface SplitName {
  readonly text: string;
  readonly annotations: readonly string[];
  readonly findings: readonly NameFinding[];
}

const OPEN = '(\\[{<\\u{3008}\\u{300A}\\u{300C}\\u{300E}\\u{3010}\\u{3014}\\u{3016}\\u{3018}';
const CLOSE = ')\\]}>\\u{3009}\\u{300B}\\u{300D}\\u{300F}\\u{3011}\\u{3015}\\u{3017}\\u{3019}';
const WILDCARD = '\u{25A1}';

/** The operators that describe an unencoded character by its parts, with how many parts each takes. */
function partsOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code === 0x2ffe || code === 0x2fff) return 1;
  if (code === 0x2ff2 || code === 0x2ff3) return 3;
  return (code >= 0x2ff0 && code <= 0x2ffd) || code === 0x31ef ? 2 : 0;
}

/** Where the description that begins at `at` ends; the end of the name, where it is not complete. */
function endOfDescription(signs: readonly string[], at: number): number {
  let open = 1;
  let i = at;
  for (; i < signs.length && open > 0; i += 1) open += partsOf(signs[i] ?? '') - 1;
  return i;
}

/** Every description (⿰王莹) becomes one unknown character: it says how it looks, not which it is. */
function splitDescriptions(text: string): SplitName {
  const signs = [...text];
  if (!signs.some((sign) => partsOf(sign) > 0)) return { text, annotations: [], findings: [] };
  const annotations: string[] = [];
  let rest = '';
  for (let i = 0; i < signs.length; i += 1) {
    const end = partsOf(signs[i] ?? '') > 0 ? endOfDescription(signs, i) : i + 1;
    if (partsOf(signs[i] ?? '') > 0) {
      annotations.push(signs.slice(i, end).join(''));
      rest += WILDCARD;
      i = end - 1;
    } else rest += signs[i] ?? '';
  }
  return { text: rest, annotations, findings: ['name.description'] };
}

const letters = (text: string): number => text.match(/[\p{L}\p{Co}]/gu)?.length ?? 0;

/** What stands in brackets: part of the name, parts of one character, or a remark about the person. */
function meaningOf(before: string, inside: string, after: string): 'name' | 'character' | 'remark' {
  const around = letters(before) + letters(after);
  if (around === 0) return 'name';
  const within = letters(before) > 0 && letters(after) > 0;
  // Only a surname outside, or letters on both sides: a character is missing there, 张(韦华) or 张(yan)三.
  if (!within && around > 1) return 'remark';
  if (/^[a-z]+$/i.test(inside)) return 'name';
  if (/^\p{Script=Han}{2,4}$/u.test(inside) || !/[\p{L}\p{N}]/u.test(inside)) return 'character';
  return 'remark';
}

/**
 * Splits off what is not the name: remarks in brackets of any kind (张三(小)), and descriptions of characters, which
 * leave □ behind. Brackets that do not close are taken off. The text is expected in NFKC.
 */
export function splitRemarks(name: string): SplitName {
  const described = splitDescriptions(name);
  const annotations = [...described.annotations];
  const findings = new Set<NameFinding>(described.findings);
  let text = described.text;
  const innermost = new RegExp(`[${OPEN}]([^${OPEN}${CLOSE}]*)[${CLOSE}]`, 'u');
  const stray = new RegExp(`[${OPEN}${CLOSE}]`, 'gu');
  for (let match = innermost.exec(text); match !== null; match = innermost.exec(text)) {
    const inside = match[1] ?? '';
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    const meaning = meaningOf(before, inside, after);
    if (meaning !== 'name' && inside !== '') annotations.push(inside);
    findings.add(meaning === 'character' ? 'name.description' : 'name.remark');
    text = before + (meaning === 'name' ? inside : meaning === 'character' ? WILDCARD : '') + after;
  }
  const closed = text.replace(stray, '');
  if (closed !== text) findings.add('name.remark');
  return { text: closed, annotations, findings: [...findings] };
}
