import type { EvidenceDocument } from '../document.js';
import { canonicalSpan } from '../span.js';
import { about, given, members } from './raw.js';

export function expandPaper(raw: unknown): EvidenceDocument {
  const paper = members(raw);
  return { ...given(paper, ['valid'], canonicalSpan), ...about(paper) };
}
