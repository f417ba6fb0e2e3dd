/** Three-valued truth: not knowing is a value, and never false. */
export type Tri = 'true' | 'false' | 'unknown';

export const tri = (known: boolean): Tri => (known ? 'true' : 'false');
/** False decides; otherwise unknown stays unknown. Of nothing: true. */
export function and(operands: readonly Tri[]): Tri {
  if (operands.includes('false')) return 'false';
  return operands.includes('unknown') ? 'unknown' : 'true';
}
/** True decides; otherwise unknown stays unknown. Of nothing: false. */
export function or(operands: readonly Tri[]): Tri {
  if (operands.includes('true')) return 'true';
  return operands.includes('unknown') ? 'unknown' : 'false';
}
export function not(operand: Tri): Tri {
  return operand === 'unknown' ? 'unknown' : operand === 'true' ? 'false' : 'true';
}
