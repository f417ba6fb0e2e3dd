import type { Issue } from '../../value/index.js';
import type { Expander } from '../constructs/index.js';
import type { ChoiceDocument } from '../document.js';
import { parseUnit } from '../formula/index.js';
import { LIMITS } from '../limits.js';
import type { Path } from '../text/index.js';
import { canonicalNumber } from './number.js';
import { entries, type Members, mapped, members, words } from './raw.js';
import { expandFigureValue, expandPart } from './value.js';

/** What an expansion needs from outside. */
export interface Outside {
  /** Settles how a formula is written. */
  formula(text: string): string;
  /** The text of a CSV file beside the edition, or `undefined` where it is not handed in. */
  file(name: string): string | undefined;
  /** Hears what cannot be written in the long form; `path` is a place of the file as it was written. */
  refuse(code: string, path: Path, values: Issue['values']): void;
}

/** What the blocks of a file share while it is written in its long form. */
export interface Context extends Expander {
  readonly units: readonly string[];
  /** All choices met so far: those of the file, and those written where they are used. */
  readonly choices: Record<string, ChoiceDocument>;
  /** The one written form of a unit; one that is not known is left as it is. */
  unit(text: unknown): string;
  /** The name of a choice: `of` is one, or the options of a new one that is then called `name`. */
  choice(raw: Members, name: string, path: Path): string;
  /** The text of a CSV file named at `path`; `null` where it is missing or too long, which is then said. */
  file(name: string, path: Path): string | null;
  refuse(code: string, path: Path, values: Issue['values']): void;
}

export function contextOf(raw: Members, outside: Outside): Context {
  const units = (raw.units as readonly string[] | undefined) ?? [];
  const choices: Record<string, ChoiceDocument> = {};
  let room: number = LIMITS.expandedBytes - LIMITS.fileBytes;
  const context: Context = {
    units,
    choices,
    number: canonicalNumber,
    words,
    formula: (text) => outside.formula(text),
    file(name, path) {
      const text = outside.file(name);
      if (text === undefined) {
        outside.refuse('rules.fileMissing', path, { file: name });
        return null;
      }
      room -= text.length;
      const what = text.length > LIMITS.fileBytes ? 'fileBytes' : room < 0 ? 'expandedBytes' : null;
      if (what === null) return text;
      outside.refuse('rules.limit', path, { what, most: LIMITS[what] });
      return null;
    },
    refuse: (code, path, values) => outside.refuse(code, path, values),
    part: (part) => expandPart(part, context),
    value: (value) => expandFigureValue(value, context),
    unit: (text) => parseUnit(String(text), units) ?? String(text),
    choice(from, name, path) {
      if (typeof from.of !== 'string') {
        choices[name] = choiceOf(from);
        return name;
      }
      // Order and titles are said once, where the options stand.
      for (const key of ['ordered', 'titles'])
        if (from[key] !== undefined) outside.refuse('rules.unknownKey', [...path, key], { key });
      return from.of;
    },
  };
  for (const [id, one] of entries(raw.choices))
    choices[id] = choiceOf(Array.isArray(one) ? { of: one } : members(one));
  return context;
}

function choiceOf(raw: Members): ChoiceDocument {
  return {
    of: raw.of as readonly string[],
    ordered: raw.ordered === 'true',
    titles: mapped(raw.titles, words),
  };
}
