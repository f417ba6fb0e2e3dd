import type { RuleDocument } from '../document.js';
import type { Path } from '../text/index.js';
import type { Linker } from './linker.js';

/**
 * Outputs are figures, each once, and one of numbers is a decimal. Issues: `rules.unknownName`, `rules.duplicateKey`,
 * `rules.memberOutside`, `rules.needsRounding`; `rules.withoutEnd` where a file decides nothing at all.
 */
export function checkOutputs(linker: Linker, document: RuleDocument): void {
  const { outputs, figures, tiers, programmes } = document;
  for (const [i, id] of outputs.entries()) {
    const path: Path = ['outputs', i];
    if (!Object.hasOwn(figures, id)) {
      linker.unknown('rules.unknownName', path, 'name', id, Object.keys(figures));
      continue;
    }
    if (outputs.indexOf(id) < i) linker.refuse('rules.duplicateKey', path, { key: id });
    const figure = linker.figures.get(id);
    if (figure === undefined) continue;
    const { people, places, range } = figure.meaning;
    if (people !== undefined) linker.refuse('rules.memberOutside', path, { name: id, people });
    else if (range !== undefined && places === null)
      linker.refuse('rules.needsRounding', path, { step: '0.01' });
  }
  const ends = outputs.length > 0 || tiers.length > 0 || Object.keys(programmes).length > 0;
  if (!ends) linker.refuse('rules.withoutEnd', []);
}
