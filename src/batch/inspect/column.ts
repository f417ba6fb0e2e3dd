import { bareHeader, columnLetter } from '../read/index.js';
import type { Cell } from '../table.js';
import { profileIdentities } from './identity.js';
import type { ColumnInspection, Meaning, OptionCount } from './inspection.js';
import { isUnknownText, meaningOf, optionsOf } from './meaning.js';

const IDENTITY: readonly Meaning[] = ['residentId', 'disabilityCertificate', 'studentNumber'];
/** Only of these are values ever shown. */
const SHOWN: readonly Meaning[] = ['flag', 'option', 'relation'];
/** Columns whose words a job file must translate, and which name no one however rare a word is. */
export const ENROLMENT = /^(?:学段|年级|就读方式|就读形式|户口性质|户籍性质|办学性质)$/;
const MOST_SHOWN = 12;

function shown(header: string, meaning: Meaning, cells: readonly Cell[]): readonly OptionCount[] | undefined {
  const harmless = meaning === 'relation' || ENROLMENT.test(bareHeader(header));
  if (!SHOWN.includes(meaning) && !harmless) return undefined;
  const counts = optionsOf(cells, harmless);
  if (counts === null || (counts.size > MOST_SHOWN && !harmless)) return undefined;
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

const THOUSANDS = /^[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/;

/** Looks at one column of the data rows. */
export function inspectColumn(
  index: number,
  header: string,
  unique: boolean,
  cells: readonly Cell[],
): ColumnInspection {
  const kinds: Partial<Record<Cell['kind'], number>> = {};
  for (const { kind } of cells) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const filled = cells.filter(({ text }) => text.trim() !== '').length;
  const guess = meaningOf(header, cells);
  const options = shown(header, guess, cells);
  const meaning = guess === 'text' && options !== undefined ? 'option' : guess;
  return {
    letter: columnLetter(index + 1),
    header,
    unique,
    filled,
    blank: cells.length - filled,
    kinds,
    meaning,
    ...(IDENTITY.includes(meaning)
      ? { identity: profileIdentities(cells.filter(({ text }) => !isUnknownText(text))) }
      : {}),
    ...(options === undefined ? {} : { options }),
    unknown: [...new Set(cells.map(({ text }) => text.trim()).filter(isUnknownText))].sort(),
    thousands: cells.filter(({ text }) => THOUSANDS.test(text.trim())).length,
  };
}
