import type { EvidenceDocument, EvidenceNeed } from '../document.js';
import type { LinkedEvidence } from '../rule-set.js';
import { parseSpan } from '../span.js';
import type { Path } from '../text/index.js';
import type { Linker } from './linker.js';

/** Settles a paper. Issues: `rules.span`, `rules.dateRuleMissing`. */
export function linkEvidence(linker: Linker, id: string, document: EvidenceDocument): LinkedEvidence | null {
  if (document.valid === undefined) return { id };
  const path: Path = ['evidence', id, 'valid'];
  const valid = parseSpan(document.valid);
  if (valid === null) return linker.refuse('rules.span', path, { found: document.valid });
  const byMonth = valid.unit === 'month' || valid.unit === 'year';
  if (byMonth && linker.dates.month_end === undefined)
    return linker.refuse('rules.dateRuleMissing', path, { rule: 'month_end' });
  return { id, valid };
}

/** Whether every paper that something rests on is one of the file. Issue: `rules.unknownEvidence`. */
export function knownEvidence(linker: Linker, need: EvidenceNeed | undefined, path: Path): boolean {
  const known = Object.keys(linker.document.evidence);
  let good = true;
  for (const [i, paper] of (need?.any_of ?? []).entries()) {
    if (known.includes(paper)) continue;
    linker.unknown('rules.unknownEvidence', [...path, 'evidence', 'any_of', i], 'evidence', paper, known);
    good = false;
  }
  return good;
}
