import { SPANS, type SpanUnit } from './formula/index.js';

/** A length of time as a rule file writes it. */
export interface Span {
  readonly count: number;
  readonly unit: SpanUnit;
}

const SPAN = /^([1-9][0-9]{0,4}) +([a-z]+?)s?$/;

/** Reads `6 months`, `1 year`, `60 days`; `null` where it is none. */
export function parseSpan(text: string): Span | null {
  const match = SPAN.exec(text);
  const unit = SPANS.find((one) => one === match?.[2]);
  return match === null || unit === undefined ? null : { count: Number(match[1]), unit };
}

/** The one written form of a span, such as `1 year`, `6 months`. Text that is none is left as it is, for the checks to name. */
export function canonicalSpan(text: string): string {
  const span = parseSpan(text);
  return span === null ? text : `${span.count} ${span.unit}${span.count === 1 ? '' : 's'}`;
}
