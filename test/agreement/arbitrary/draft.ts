/** A scalar that stands in the file as it is: a number, a date, `true`. Text is quoted. */
export class Plain {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export const plain = (text: string | number): Plain => new Plain(String(text));

/** A rule file before it is written: numbers are `Plain`, formulas, ids and words are strings. */
export type Draft = Plain | string | readonly Draft[] | { readonly [key: string]: Draft };
export type DraftFile = { readonly [key: string]: Draft };

const KEY = /^[a-z][a-z0-9_]*$|^-?[0-9][0-9_./%-]*$/;

function flow(value: Draft): string {
  if (value instanceof Plain) return value.text;
  if (typeof value === 'string') return `"${value}"`;
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  const members = Object.entries(value as DraftFile).map(
    ([key, inner]) => `${KEY.test(key) ? key : `"${key}"`}: ${flow(inner)}`,
  );
  return `{ ${members.join(', ')} }`;
}

const isMapping = (value: Draft): value is DraftFile =>
  typeof value === 'object' && !Array.isArray(value) && !(value instanceof Plain);

/** The text of a rule file: a block mapping of blocks, one member a line. */
export function writeDraft(file: DraftFile): string {
  const lines: string[] = [];
  for (const [key, block] of Object.entries(file)) {
    const inner = isMapping(block) ? Object.entries(block) : [];
    if (inner.length === 0 || ['effective', 'title'].includes(key)) lines.push(`${key}: ${flow(block)}`);
    else lines.push(`${key}:`, ...inner.map(([id, value]) => `  ${id}: ${flow(value)}`));
  }
  return `${lines.join('\n')}\n`;
}
