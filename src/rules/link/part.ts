import { compare, formatExact, MOST_DIGITS, ROUNDING_MODES, ZERO } from '../../value/index.js';
import {
  type CheckedPart,
  checkValue,
  type PartDocument,
  type SectionDocument,
} from '../constructs/index.js';
import { tooManyDigits } from '../digits.js';
import type { Wanted } from '../formula/index.js';
import type { Path } from '../text/index.js';
import type { Checker } from './checker.js';
import { knownEvidence } from './evidence.js';
import { type Bounds, boundedExtent } from './extent.js';
import type { Linker } from './linker.js';

/** Dotted ids of the part that a document path lies in, `parts` left out; empty for the score itself. */
export function partPathOf(path: Path): string {
  // `score`, then of each part `value`, `parts` and its id.
  return path.filter((_, i) => i > 0 && i % 3 === 0).join('.');
}

/** The paths of all parts below a section as the file has them, broken ones too. */
export function partPathsOf(section: SectionDocument, above = ''): readonly string[] {
  return Object.entries(section.parts).flatMap(([id, part]) => {
    const path = above === '' ? id : `${above}.${id}`;
    return [path, ...(part.value.kind === 'section' ? partPathsOf(part.value, path) : [])];
  });
}

/** A part by its path. */
export function partAt(score: CheckedPart, path: string): CheckedPart | null {
  if (score.path === path) return score;
  if (score.value.kind !== 'section') return null;
  for (const part of score.value.parts) {
    const found = partAt(part, path);
    if (found !== null) return found;
  }
  return null;
}

/**
 * Settles a part of the score, or the score itself. Issues: those of its value; `rules.maybeNone`, `rules.boundsCrossed`,
 * `rules.roundingStep`, `rules.roundingMode`, `rules.unknownEvidence`, `rules.limit`; `rules.needsRounding` where points
 * would stay a quotient.
 */
export function checkPart(
  linker: Linker,
  checker: Checker,
  document: PartDocument,
  path: Path,
  wanted: Wanted,
): CheckedPart | null {
  const when = document.when === undefined ? undefined : checker.condition(document.when, [...path, 'when']);
  const value = checkValue(document.value, [...path, 'value'], wanted, checker);
  const papers = knownEvidence(linker, document.evidence, path);
  const bounds = boundsOf(linker, document, path);
  if (when === null || value === null || !papers || bounds === null) return null;
  const { evidence } = document;
  const extent = boundedExtent(value.extent, bounds, when !== undefined || evidence?.missing === 'ask');
  if (extent.places === null) return linker.refuse('rules.needsRounding', path, { step: '0.01' });
  if (tooManyDigits(extent)) return linker.refuse('rules.limit', path, { what: 'digits', most: MOST_DIGITS });
  return {
    path: partPathOf(path),
    value,
    extent,
    ...(when === undefined ? {} : { when }),
    ...bounds,
    ...(evidence === undefined ? {} : { evidence }),
  };
}

function boundsOf(linker: Linker, document: PartDocument, path: Path): Bounds | null {
  const { at_least, at_most, weight, round } = document;
  const bounds = {
    ...(at_least === undefined ? {} : { atLeast: linker.constant(at_least, [...path, 'at_least']) }),
    ...(at_most === undefined ? {} : { atMost: linker.constant(at_most, [...path, 'at_most']) }),
    ...(weight === undefined ? {} : { weight: linker.constant(weight, [...path, 'weight']) }),
  };
  const { atLeast, atMost } = bounds;
  if (atLeast !== undefined && atMost !== undefined && compare(atLeast, atMost) > 0)
    return linker.refuse('rules.boundsCrossed', path, {
      at_least: formatExact(atLeast),
      at_most: formatExact(atMost),
    });
  if (round === undefined) return bounds;
  const step = linker.constant(round.step, [...path, 'round', 'step']);
  if (compare(step, ZERO) <= 0) return linker.refuse('rules.roundingStep', [...path, 'round', 'step']);
  const mode = ROUNDING_MODES.find((one) => one === round.mode);
  if (mode === undefined) {
    const values = { found: round.mode, modes: ROUNDING_MODES.join(', ') };
    return linker.refuse('rules.roundingMode', [...path, 'round', 'mode'], values);
  }
  return { ...bounds, round: { step, mode } };
}
