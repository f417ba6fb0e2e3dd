import type { CategoryDocument, EvidenceNeed } from '../document.js';
import type { Context } from './context.js';
import { about, given, members } from './raw.js';

export function expandCategory(context: Context, raw: unknown): CategoryDocument {
  const c = members(raw);
  return {
    ...given(c, ['list', 'floor', 'bypass'], (id) => id),
    ...given(c, ['row', 'when'], context.formula),
    ...given(c, ['points'], context.number),
    ...(c.evidence === undefined ? {} : { evidence: c.evidence as EvidenceNeed }),
    ...about(c),
  };
}
