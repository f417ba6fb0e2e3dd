import type { FactDocument } from '../document.js';
import type { LinkedFact } from '../rule-set.js';
import type { Path } from '../text/index.js';
import { knownEvidence } from './evidence.js';
import type { Linker } from './linker.js';
import { possibleValue } from './literal.js';
import { linkPeople } from './people.js';
import { linkShape } from './shape.js';
import { checkWorse } from './worse.js';

/**
 * Settles a fact, but for the formula of `only_if`, which may need others first. Issues: those of its shape, of its
 * people and of `worse`, and `rules.cannotBeNone`, `rules.unknownEvidence`, `rules.assumeMisfits`.
 */
export function linkFact(linker: Linker, id: string, document: FactDocument): LinkedFact | null {
  const path: Path = ['facts', id];
  const shape = linkShape(linker, id, document, path);
  if (shape === null) return null;
  const people = document.type === 'people' ? linkPeople(linker, id, document, path) : undefined;
  const worse = checkWorse(linker, document, path);
  const papers = knownEvidence(linker, document.evidence, path);
  if (people === null || !worse || !papers) return null;
  if (document.only_if !== undefined && (document.type === 'several' || document.type === 'people'))
    return linker.refuse('rules.cannotBeNone', [...path, 'only_if'], { type: document.type });
  const { unknown, by, evidence } = document;
  const fact: LinkedFact = {
    id,
    document,
    ...shape,
    unknown,
    ...(by === undefined ? {} : { by }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(people === undefined ? {} : { people }),
    event: false,
  };
  if (unknown.policy !== 'assume') return fact;
  const assumed = possibleValue(shape, unknown.value);
  return assumed === null
    ? linker.refuse('rules.assumeMisfits', [...path, 'unknown'], { value: unknown.value })
    : { ...fact, assumed };
}
