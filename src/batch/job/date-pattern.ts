import { type CivilDate, civilDate } from '../../value/index.js';

/** Reads a date from a text that is written in one way; `null` where it is not, or the calendar has no such day. */
export type DatePattern = (text: string) => CivilDate | null;

/** How dates are written where nothing else is said, and in cells that a workbook marks as dates. */
export const ISO_DATE = 'YYYY-MM-DD';

const PIECES = /YYYY|MM|DD|M|D|[^YMD]/g;
const DIGITS: Readonly<Record<string, string>> = {
  YYYY: '([0-9]{4})',
  MM: '([0-9]{2})',
  DD: '([0-9]{2})',
  M: '([0-9]{1,2})',
  D: '([0-9]{1,2})',
};

/**
 * A way of writing dates: `YYYY`, `MM` or `M` (one or two digits), `DD` or `D`, each once, and around them the signs as
 * they stand, such as `YYYY/M/D`, `YYYY年M月D日` or `YYYYMMDD`. `null` where the text is none, or could be read in two
 * ways: `M` and `D` need a sign behind them.
 */
export function datePattern(text: string): DatePattern | null {
  const pieces = text.match(PIECES) ?? [];
  if (pieces.join('') !== text) return null;
  const numbers = pieces.filter((piece) => Object.hasOwn(DIGITS, piece));
  const at = (letter: string): number => numbers.findIndex((piece) => piece.startsWith(letter));
  const [year, month, day] = [at('Y'), at('M'), at('D')];
  if (numbers.length !== 3 || year < 0 || month < 0 || day < 0) return null;
  const runsOn = pieces.some(
    (piece, i) => (piece === 'M' || piece === 'D') && /^[0-9YMD]/.test(pieces[i + 1] ?? ''),
  );
  if (runsOn) return null;
  const source = pieces
    .map((piece) => DIGITS[piece] ?? piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('');
  const written = new RegExp(`^${source}$`, 'u');
  return (found) => {
    const match = written.exec(found);
    return match === null
      ? null
      : civilDate(Number(match[year + 1]), Number(match[month + 1]), Number(match[day + 1]));
  };
}

/** Reads a month that is written in one way, such as `YYYY-MM` or `YYYY年M月`, and gives its first day; `null` as above. */
export function monthPattern(text: string): DatePattern | null {
  if (/D/.test(text)) return null;
  // The text with a day behind it is a way of writing dates, if the month is written clearly.
  const withDay = datePattern(`${text}#DD`);
  return withDay === null ? null : (found) => withDay(`${found}#01`);
}
