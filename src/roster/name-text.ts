import { foldPrivateUse, foldRadicals } from './name-fold.js';
import type { NameFinding } from './name-forms.js';
import { splitRemarks } from './name-remarks.js';
import { DOTS, NOTHING } from './person-name.js';

/** The N1 form of a name, and what was split off or found on the way. */
export interface DescribedName {
  readonly n1: string;
  readonly annotations: readonly string[];
  readonly findings: ReadonlySet<NameFinding>;
}

/** Unified ideographs of the first block, with or without the official dot, are their own normal form. */
const PLAIN = /^[\u{4E00}-\u{9FFF}]+(?:\u{B7}[\u{4E00}-\u{9FFF}]+)*$/u;
const NO_FINDINGS: ReadonlySet<NameFinding> = new Set();

/** U+02D9 is typed for the dot too, but NFKC takes it apart before the dots are looked for. */
const DOT_ABOVE = /\u{2D9}/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** What stands where a character could not be written: boxes, circles, question and multiplication signs. */
const PLACEHOLDERS =
  /[?\u{FFFD}\u{25A0}-\u{25A2}\u{25AD}-\u{25AF}\u{25CB}\u{25EF}\u{25FB}\u{25FC}\u{2610}\u{2B1A}-\u{2B1C}\u{3013}\u{D7}\u{2715}]/gu;
/** Signs that hide a character of a short name (张*三), and are typed for the dot in a long one. */
const MASKS = /[*\u{25CF}]/gu;
/** Fewer letters than this beside a mask: no name with a dot is that short. */
const SHORTEST_WITH_DOT = 4;
const WILDCARD = '\u{25A1}';
/** Two and more people in one cell: short Chinese names with a comma or the like between them. */
const SEVERAL = /^\s*\p{Script=Han}{2,4}\s*(?:[、,，;；/\n]\s*\p{Script=Han}{2,4}\s*)+$/u;

/** A wildcard, or a private-use sign that nobody can read: no two of them are known to be the same character. */
export function isWildcard(sign: string): boolean {
  if (sign === WILDCARD) return true;
  const code = sign.codePointAt(0) ?? 0;
  return (code >= 0xe000 && code <= 0xf8ff) || (code >= 0xf0000 && (code & 0xfffe) !== 0xfffe);
}

/** Rounds until nothing changes. Taking something off can bring together what composes; more than three are not needed. */
const MOST_ROUNDS = 8;

/**
 * The N1 form: private-use signs of GBK, compatibility and width (NFKC), invisible signs and white space, radicals,
 * remarks and counters, dots, placeholders, again until nothing changes. Different legal characters stay different.
 * Total and idempotent; every step that changed something is a finding.
 */
export function describeName(text: string): DescribedName {
  if (PLAIN.test(text)) return { n1: text, annotations: [], findings: NO_FINDINGS };
  const findings = new Set<NameFinding>();
  const annotations: string[] = [];
  if (SEVERAL.test(text)) findings.add('name.several');
  let n1 = text.replace(LONE_SURROGATE, '\u{FFFD}');
  if (n1 !== text) findings.add('name.broken');
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = oneRound(n1, annotations, findings);
    if (next === n1) break;
    n1 = next;
  }
  if (/\p{Co}/u.test(n1)) findings.add('name.privateUseUnknown');
  if (n1.includes(WILDCARD)) findings.add('name.placeholder');
  return { n1, annotations, findings };
}

function oneRound(before: string, annotations: string[], findings: Set<NameFinding>): string {
  let text = before;
  const step = (finding: NameFinding | null, next: string): void => {
    if (next !== text && finding !== null) findings.add(finding);
    text = next;
  };
  step('name.privateUse', foldPrivateUse(text));
  step('name.dot', text.replace(DOT_ABOVE, '\u{B7}'));
  step('name.compatibility', text.normalize('NFKC'));
  step('name.whitespace', text.replace(/\s/gu, ''));
  step('name.invisible', text.replace(NOTHING, ''));
  step('name.radical', foldRadicals(text));
  const split = splitRemarks(text);
  annotations.push(...split.annotations);
  for (const finding of split.findings) findings.add(finding);
  text = split.text;
  const letters = text.match(/[\p{L}\p{Co}]/gu)?.length ?? 0;
  if (letters < SHORTEST_WITH_DOT) step(null, text.replace(MASKS, WILDCARD));
  step('name.dot', text.replace(DOTS, '\u{B7}').replace(/\u{B7}+/gu, '\u{B7}'));
  step(null, text.replace(PLACEHOLDERS, WILDCARD));
  const ends = splitEnds(text);
  if (ends.counters.length > 0) findings.add('name.counter');
  annotations.push(...ends.counters);
  return ends.text;
}

/** Numbers before and behind a name (1.张三, 张三2) and dots at its ends mean nothing. */
function splitEnds(text: string): { readonly text: string; readonly counters: readonly string[] } {
  const match = /^([0-9\u{B7}]*)([^0-9\u{B7}](?:.*[^0-9\u{B7}])?)([0-9\u{B7}]*)$/su.exec(text);
  if (match === null) return { text: text.replace(/^\u{B7}+|\u{B7}+$/gu, ''), counters: [] };
  const counters = [match[1] ?? '', match[3] ?? ''].map((end) => end.replace(/\u{B7}/gu, ''));
  return { text: match[2] ?? '', counters: counters.filter((counter) => counter !== '') };
}
