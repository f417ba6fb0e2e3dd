import { type Digest, digestJson, type Json } from '../value/index.js';
import type { RuleDocument } from './document.js';
import { NAMED_BY_THE_FILE, WITHOUT_MEANING } from './meaningless.js';

function meaningOnly(value: Json, named: boolean): Json {
  if (Array.isArray(value)) return value.map((item) => meaningOnly(item, false));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value as { readonly [key: string]: Json }).filter(
    ([key]) => named || !WITHOUT_MEANING.has(key),
  );
  return Object.fromEntries(
    kept.map(([key, inner]) => [key, meaningOnly(inner, !named && NAMED_BY_THE_FILE.has(key))]),
  );
}

/** The two digests of an edition: of all of it, and of what it means without titles, sources and reasons. */
export function digestsOf(document: RuleDocument): { readonly document: Digest; readonly meaning: Digest } {
  const json = document as unknown as Json;
  return { document: digestJson(json), meaning: digestJson(meaningOnly(json, false)) };
}
