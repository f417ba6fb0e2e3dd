import type { Expression, Wanted } from '../formula/index.js';
import { withNear } from '../names.js';
import { own } from '../own.js';
import type { Path } from '../text/index.js';
import type { ValueChecker } from './contract.js';
import { settled } from './settle.js';

interface Said {
  readonly options: Readonly<Record<string, string>>;
  readonly otherwise?: string;
}

/**
 * One value for each option of a choice, by its index. Every option must be said, or `otherwise`; an option that the
 * choice does not have is an error. Issues: `rules.unknownOption`, `rules.optionsNotTotal`, those of values.
 */
export function valuesByOption(
  document: Said,
  choice: string,
  path: Path,
  wanted: Wanted,
  checker: ValueChecker,
): readonly Expression[] | null {
  const known = checker.options(choice);
  const unknown = Object.keys(document.options).filter((option) => !known.includes(option));
  for (const option of unknown) {
    const values = { option, choice, options: known.join(', ') };
    checker.refuse('rules.unknownOption', [...path, 'options', option], withNear(values, option, known));
  }
  if (unknown.length > 0) return null;
  const said = known.map((option) => own(document.options, option) ?? document.otherwise);
  const missing = known.filter((_, i) => said[i] === undefined);
  if (missing.length > 0)
    return checker.refuse('rules.optionsNotTotal', [...path, 'options'], {
      choice,
      missing: missing.join(', '),
    });
  const all = known.map((option, i) => ({
    text: said[i] as string,
    path: own(document.options, option) === undefined ? [...path, 'otherwise'] : [...path, 'options', option],
  }));
  return settled(all, wanted, checker);
}
