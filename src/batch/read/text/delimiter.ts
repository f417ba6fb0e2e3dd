import type { Findings } from '../findings.js';
import { bareHeader, KNOWN_HEADERS } from './known-headers.js';

export type Delimiter = ',' | ';' | '\t';

const CANDIDATES: readonly Delimiter[] = [',', '\t', ';'];
const HEADER_LINES = 40;

function fields(line: string, delimiter: Delimiter): string[] {
  const found = [''];
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    if (character === delimiter && !quoted) found.push('');
    else found[found.length - 1] += character;
  }
  return found;
}

/** Known names on one line, lines that agree on a width above 1, and that width: the earlier, the weightier. */
function score(
  lines: readonly string[],
  delimiter: Delimiter,
  known: ReadonlySet<string>,
): readonly number[] {
  const widths = new Map<number, number>();
  let names = 0;
  for (const line of lines) {
    const cells = fields(line, delimiter);
    if (cells.length === 1) continue;
    const here = cells.filter((cell) => known.has(bareHeader(cell))).length;
    if (here > names) names = here;
    widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  }
  let [width, agreeing] = [1, 0];
  for (const [w, n] of widths) if (n > agreeing || (n === agreeing && w > width)) [width, agreeing] = [w, n];
  return [names, agreeing, width];
}

const compare = (a: readonly number[], b: readonly number[]): number =>
  b.reduce((order, value, i) => (order !== 0 ? order : value - a[i]!), 0);

/** The delimiter that the header area speaks for; a table of one column has none and is read as comma-separated. */
export function findDelimiter(text: string, knownHeaders: readonly string[], findings: Findings): Delimiter {
  const lines = text.slice(0, 256 * 1024).split(/\r\n|\n|\r/, HEADER_LINES);
  const known = new Set([...KNOWN_HEADERS, ...knownHeaders].map(bareHeader));
  const scored = CANDIDATES.map((delimiter) => ({ delimiter, score: score(lines, delimiter, known) }));
  scored.sort((a, b) => compare(a.score, b.score));
  const [first, second] = scored;
  if (first!.score[1] === 0) return ',';
  if (compare(first!.score, second!.score) === 0) return findings.refuse('read.delimiterAmbiguous');
  return first!.delimiter;
}
