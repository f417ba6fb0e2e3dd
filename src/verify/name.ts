import { VARIANTS } from './variants.js';

/** Names, read anew: by code points, without what carries no meaning, and with variants made one. */
export interface OwnName {
  /** Nothing but ideographs and dots once blanks were taken off; `null` for every other name. An automatic match may rest on it. */
  readonly plain: string | null;
  /** Every form in which the name may be compared, remarks in brackets left in and taken off. */
  readonly forms: readonly string[];
  /** There is a letter. */
  readonly readable: boolean;
}

const MEANINGLESS = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
/** The dot of 民委发〔2016〕33号 is U+00B7; these are typed for it. */
const DOTS = /[·•・．.‧∙⋅･]/gu;
const IDEOGRAPHS = /^[\u{3400}-\u{4DBF}\u{4E00}-\u{9FFF}\u{20000}-\u{323AF}]+$/u;
const BRACKETED = /[([{<〈《「『【〔〖][^()[\]{}<>〈〉《》「」『』【】〔〕〖〗]*[)\]}>〉》」』】〕〗]/gu;
const NO_LETTER = /[^\p{L}\p{Co}\p{N}]/gu;
const COUNTERS = /^\p{N}+|\p{N}+$/gu;
/** Signs that readers of old encodings give for a character: which one, only a table of theirs could say. */
const UNREAD = /[\p{Co}\u{2E80}-\u{2EFF}]/u;

let variants: ReadonlyMap<string, string> | undefined;
function standard(sign: string): string {
  if (variants === undefined) {
    const signs = [...VARIANTS.join('')];
    const table = new Map<string, string>();
    for (let i = 0; i + 1 < signs.length; i += 2) table.set(signs[i] as string, signs[i + 1] as string);
    variants = table;
  }
  return variants.get(sign) ?? sign;
}

const letters = (text: string): string =>
  [...text.replace(NO_LETTER, '').replace(COUNTERS, '').toLowerCase()].map(standard).join('');

export function ownName(cell: string): OwnName {
  const narrow = cell.normalize('NFKC').replace(MEANINGLESS, '');
  const undotted = narrow.replace(DOTS, '');
  const forms = [letters(narrow), letters(narrow.replace(BRACKETED, ''))].filter((form) => form !== '');
  return {
    plain: IDEOGRAPHS.test(undotted) ? undotted : null,
    forms: [...new Set(forms)],
    readable: /[\p{L}\p{Co}]/u.test(narrow),
  };
}

/**
 * How two names compare: `same`, `unread` (the same but for signs that an old encoding left behind, which nobody can
 * read without its table), or `other`.
 */
export function compareNames(a: OwnName, b: OwnName): 'same' | 'unread' | 'other' {
  for (const one of a.forms) if (b.forms.includes(one)) return 'same';
  const isUnread = a.forms.some((one) =>
    b.forms.some((other) => {
      const [left, right] = [[...one], [...other]];
      return (
        left.length === right.length &&
        left.every((sign, i) => sign === right[i] || UNREAD.test(sign) || UNREAD.test(right[i] ?? ''))
      );
    }),
  );
  return isUnread ? 'unread' : 'other';
}
