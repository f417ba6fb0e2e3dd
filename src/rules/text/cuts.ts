import { isScalar, type Node, type Pair, type Scalar } from 'yaml';
import type { Issue } from '../../value/index.js';

// Inside { } and [ ] YAML ends a value without quotes at a comma or bracket: what was cut, and what was meant.

export const LOOKS_LIKE_NUMBER = /^[-+]?[0-9][0-9_.,]*%?$/;

/** What of a value without quotes stands on this line before a bracket that cuts it, such as `kind in` of `kind in [a, b]`. */
export function plainBefore(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return (/(?:: |[{[,]|^)((?:(?!: )[^{}[\],"'\n])*)$/.exec(line)?.[1] ?? '').trim();
}

/** A formula as it was meant: from its start to the comma, bracket or line end that is not its own. */
export function wholeFormula(text: string, from: number): string {
  let open = 0;
  let at = from;
  for (; at < text.length && text[at] !== '\n'; at += 1) {
    const char = text[at] as string;
    if (open === 0 && (char === ',' || char === '}' || char === ']')) break;
    if (char === '(' || char === '[') open += 1;
    if (char === ')' || char === ']') open -= 1;
  }
  return text.slice(from, at).trim();
}

/** Whether a bracket is opened and not closed. */
export function opensMore(text: string): boolean {
  let open = 0;
  for (const char of text) {
    if (char === '(' || char === '[') open += 1;
    if (char === ')' || char === ']') open -= 1;
  }
  return open > 0;
}

/** A refusal of the text: where in it, and what the sentence needs. */
interface Refusal {
  readonly code: string;
  readonly at: number;
  readonly values: Issue['values'];
}

/**
 * A key without a value: forgotten (`rules.emptyValue`), or the rest of a text (`rules.quoteText`) or number
 * (`rules.number`) that was cut at its comma.
 */
export function withoutValue(source: string, pairs: readonly Pair[], i: number, inFlow: boolean): Refusal {
  const rangeOf = (key: number): readonly [from: number, to: number] => {
    const [from = 0, to = from] = (pairs[key]?.key as Node | null)?.range ?? [];
    return [from, to];
  };
  const [from] = rangeOf(i);
  const key = pairs[i]?.key as Scalar | null;
  const found = String(key?.source ?? '');
  const before = pairs[i - 1]?.value;
  if (!inFlow || !isScalar(before) || before.type !== 'PLAIN' || key?.type !== 'PLAIN')
    return { code: 'rules.emptyValue', at: from, values: { found } };
  let last = i;
  while (pairs[last + 1]?.value === null) last += 1;
  const read = String(before.source ?? '');
  const start = before.range?.[0] ?? from;
  const text = source.slice(start, rangeOf(last)[1]);
  // A word alone may be a key whose value was forgotten.
  if (last === i && /^[a-z][a-z0-9_]*$/.test(found)) {
    const isText = /[^\w/.]/.test(read);
    return { code: 'rules.emptyValue', at: from, values: isText ? { found, text } : { found } };
  }
  // A comma inside a number: quotes would not help.
  if (LOOKS_LIKE_NUMBER.test(text)) return { code: 'rules.number', at: start, values: { found: text } };
  return { code: 'rules.quoteText', at: start, values: { found: read, text } };
}
