import type { PartDocument } from '../constructs/index.js';
import type { RuleDocument } from '../document.js';
import type { Path } from '../text/index.js';

interface Noted {
  readonly source?: { readonly in: string };
  readonly protected?: { readonly in: string };
}

/** Every source note of a file, with where it stands, so that none names a source that is not listed. */
export function* notesOf(
  document: RuleDocument,
): Generator<{ readonly path: Path; readonly source: string }> {
  const blocks = [
    'facts',
    'tables',
    'figures',
    'lists',
    'categories',
    'vetoes',
    'scope',
    'programmes',
  ] as const;
  for (const block of blocks) {
    for (const [id, one] of Object.entries(document[block]) as [string, Noted][]) {
      if (one.source !== undefined) yield { path: [block, id, 'source'], source: one.source.in };
      if (one.protected !== undefined) yield { path: [block, id, 'protected'], source: one.protected.in };
    }
  }
  yield* notesOfPart(document.score, ['score']);
}

function* notesOfPart(
  part: PartDocument,
  path: Path,
): Generator<{ readonly path: Path; readonly source: string }> {
  if (part.source !== undefined) yield { path: [...path, 'source'], source: part.source.in };
  if (part.value.kind !== 'section') return;
  for (const [id, inner] of Object.entries(part.value.parts))
    yield* notesOfPart(inner, [...path, 'value', 'parts', id]);
}
