import { styleText } from 'node:util';
import type { Language } from '../explain/index.js';

/** Where a command writes: data to `out`, people and progress to `err`. Tests hand in their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether somebody looks at it, so that colours and a moving bar make sense. */
  readonly outIsTty: boolean;
  readonly errIsTty: boolean;
  readonly cwd: string;
}

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green';

/** Text in a style where somebody looks at it, else as it is. */
export function styled(terminal: Terminal, style: Style, text: string): string {
  return terminal.outIsTty ? styleText(style, text) : text;
}

export interface Told {
  readonly zh: string;
  readonly en: string;
}

export const tell = (lang: Language, words: Told): string => words[lang];

/** East Asian wide and full-width characters take two columns of a terminal. */
const WIDE =
  /[\u{1100}-\u{115F}\u{2E80}-\u{303E}\u{3041}-\u{33FF}\u{3400}-\u{4DBF}\u{4E00}-\u{9FFF}\u{A000}-\u{A4CF}\u{AC00}-\u{D7A3}\u{F900}-\u{FAFF}\u{FE30}-\u{FE4F}\u{FF00}-\u{FF60}\u{FFE0}-\u{FFE6}\u{20000}-\u{3FFFD}]/u;

/** Columns that a text takes in a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

const pad = (text: string, width: number, right: boolean): string => {
  const blank = ' '.repeat(width > displayWidth(text) ? width - displayWidth(text) : 0);
  return right ? blank + text : text + blank;
};

/** Rows as aligned columns: the first column to the left, the others, which hold numbers, to the right unless `left` names them. */
export function table(rows: readonly (readonly string[])[], left: readonly number[] = [0]): string[] {
  const columns = rows.reduce((most, row) => (row.length > most ? row.length : most), 0);
  const widths = Array.from({ length: columns }, (_, i) =>
    rows.reduce((most, row) => {
      const width = displayWidth(row[i] ?? '');
      return width > most ? width : most;
    }, 0),
  );
  return rows.map((row) =>
    widths
      .map((width, i) => pad(row[i] ?? '', width, !left.includes(i)))
      .join('  ')
      .trimEnd(),
  );
}
