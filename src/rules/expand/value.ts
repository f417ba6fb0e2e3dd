import {
  type Expander,
  expandValue,
  type PartDocument,
  type Raw,
  type ValueDocument,
} from '../constructs/index.js';
import type { EvidenceNeed } from '../document.js';
import { about, given } from './raw.js';

/** A figure's value: a plain formula, or any of its forms. */
export function expandFigureValue(raw: unknown, to: Expander): ValueDocument {
  return typeof raw === 'string' ? { kind: 'formula', is: to.formula(raw) } : expandValue(raw as Raw, to);
}

/** A part of the score: its value, then what bounds, weighs and rounds it. */
export function expandPart(raw: Raw, to: Expander): PartDocument {
  const round = raw.round as PartDocument['round'];
  return {
    value: expandValue(raw, to),
    ...given(raw, ['when'], to.formula),
    ...given(raw, ['at_least', 'at_most', 'weight'], to.number),
    ...(round === undefined ? {} : { round: { step: to.number(round.step), mode: round.mode } }),
    ...(raw.evidence === undefined ? {} : { evidence: raw.evidence as EvidenceNeed }),
    ...about(raw),
  };
}
