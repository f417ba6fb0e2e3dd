import type { FactType } from '../document.js';
import type { Path } from '../text/index.js';
import type { Linker } from './linker.js';

/** Words for the hard end of each type. A choice names its options instead, from the easiest to the hardest. */
const WORDS: Readonly<Record<FactType, readonly string[]>> = {
  flag: ['if_true', 'if_false', 'none'],
  number: ['higher', 'lower', 'none'],
  date: ['later', 'earlier', 'none'],
  several: ['more', 'fewer', 'none'],
  people: ['more', 'fewer', 'none'],
  choice: ['none'],
  code: ['none'],
};

/** What makes a fact harder fits its type. Issues: `rules.notOneOf`, `rules.unknownOption`, `rules.duplicateOption`. */
export function checkWorse(
  linker: Linker,
  document: {
    readonly type: FactType;
    readonly choice?: string;
    readonly worse: string | readonly string[];
  },
  path: Path,
): boolean {
  const { type, worse } = document;
  const at: Path = [...path, 'worse'];
  const words = WORDS[type];
  if (typeof worse === 'string') {
    return (
      words.includes(worse) ||
      linker.unknown('rules.notOneOf', at, 'option', worse, words, { options: words.join(', ') }) !== null
    );
  }
  if (type !== 'choice') {
    linker.refuse('rules.notOneOf', at, { option: worse.join(', '), options: words.join(', ') });
    return false;
  }
  const choice = document.choice ?? '';
  const options = linker.options(choice);
  const seen = new Set<string>();
  for (const [i, option] of worse.entries()) {
    if (!options.includes(option)) {
      linker.unknown('rules.unknownOption', [...at, i], 'option', option, options, {
        choice,
        options: options.join(', '),
      });
      return false;
    }
    if (seen.has(option)) {
      linker.refuse('rules.duplicateOption', [...at, i], { option, choice });
      return false;
    }
    seen.add(option);
  }
  return true;
}
