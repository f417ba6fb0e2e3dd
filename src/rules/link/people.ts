import type { FactDocument } from '../document.js';
import { LIMITS } from '../limits.js';
import type { LinkedAttribute, LinkedFact } from '../rule-set.js';
import type { Path } from '../text/index.js';
import type { Linker } from './linker.js';
import { sorted } from './order.js';
import { linkShape } from './shape.js';
import { checkWorse } from './worse.js';

type People = NonNullable<LinkedFact['people']>;

/**
 * Settles a list of people: how many there can be and what may be known of each. Issues: `rules.missingKey`, `rules.number`,
 * `rules.rangeEmpty`, `rules.limit`, and those of each attribute's shape and `worse`.
 */
export function linkPeople(linker: Linker, id: string, document: FactDocument, path: Path): People | null {
  const size = sizeOf(linker, document.size, path);
  const attributes: LinkedAttribute[] = [];
  let good = size !== null;
  for (const [name, attribute] of sorted(document.of ?? {})) {
    const at: Path = [...path, 'of', name];
    const shape = linkShape(linker, `${id}.${name}`, attribute, at);
    if (shape === null || !checkWorse(linker, attribute, at)) good = false;
    else attributes.push({ id: name, ...shape });
  }
  return good && size !== null ? { ...size, attributes } : null;
}

function sizeOf(
  linker: Linker,
  size: FactDocument['size'],
  above: Path,
): { readonly least: number; readonly most: number } | null {
  if (size === undefined) return linker.refuse('rules.missingKey', above, { key: 'size' });
  const path: Path = [...above, 'size'];
  const [first, last] = size;
  const [least, most] = [linker.whole(first, path), linker.whole(last, path)];
  if (least === null || most === null) return null;
  if (least < 0) return linker.refuse('rules.number', path, { found: first });
  if (least > most) return linker.refuse('rules.rangeEmpty', path, { low: first, high: last });
  if (most > LIMITS.people)
    return linker.refuse('rules.limit', path, { what: 'people', most: LIMITS.people });
  return { least, most };
}
