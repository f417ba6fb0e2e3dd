import type { PartDocument } from '../constructs/index.js';
import type { RuleDocument } from '../document.js';
import type { Path } from '../text/index.js';

interface Noted {
  readonly source?: { readonly in: string };
  readonly protected?: { readonly in: string };
}

interface Note {
  readonly path: Path;
  readonly source: string;
}

const BLOCKS = [
  'facts',
  'parameters',
  'tables',
  'schedules',
  'figures',
  'evidence',
  'lists',
  'categories',
  'vetoes',
  'scope',
  'programmes',
] as const;

/** Every source note of a file, with where it stands, so that none names a source that is not listed. */
export function* notesOf(document: RuleDocument): Generator<Note> {
  for (const block of BLOCKS) {
    for (const [id, one] of Object.entries(document[block]) as [string, Noted][])
      yield* notesOfOne(one, [block, id]);
  }
  for (const [id, { unknown }] of Object.entries(document.facts)) {
    if (unknown.policy === 'assume') yield* notesOfOne(unknown, ['facts', id, 'unknown']);
  }
  for (const [i, route] of document.routes.entries()) yield* notesOfOne(route, ['routes', i]);
  for (const [i, tier] of document.tiers.entries()) yield* notesOfOne(tier, ['tiers', i]);
  if (document.score !== undefined) yield* notesOfPart(document.score, ['score']);
}

function* notesOfOne(one: Noted, path: Path): Generator<Note> {
  if (one.source !== undefined) yield { path: [...path, 'source'], source: one.source.in };
  if (one.protected !== undefined) yield { path: [...path, 'protected'], source: one.protected.in };
}

function* notesOfPart(part: PartDocument, path: Path): Generator<Note> {
  yield* notesOfOne(part, path);
  if (part.value.kind !== 'section') return;
  for (const [id, inner] of Object.entries(part.value.parts))
    yield* notesOfPart(inner, [...path, 'value', 'parts', id]);
}
