import { larger } from '../digits.js';
import { type Formula, parseFormula } from '../formula/index.js';

/** Whether a formula has a type of its own (2), is a bare number that takes the unit of its place (1), or is none (0). */
function tells(f: Formula): 0 | 1 | 2 {
  const most = (of: readonly Formula[]): 0 | 1 | 2 =>
    of.map(tells).reduce<0 | 1 | 2>((a, b) => (a > b ? a : b), 0);
  switch (f.kind) {
    case 'none':
      return 0;
    case 'number':
      return f.unit === null ? 1 : 2;
    case 'negate':
      return tells(f.of);
    case 'arithmetic':
      return f.right.kind === 'span' ? 2 : most([f.left, f.right]);
    case 'if':
      return most([f.then, f.otherwise]);
    case 'ifNone':
      return most([f.of, f.otherwise]);
    case 'call':
      switch (f.name) {
        case 'round':
          return most(f.args.slice(0, 1));
        case 'min':
        case 'max':
        case 'abs':
        case 'clamp':
          return most(f.args);
        default:
          return 2;
      }
    default:
      return 2;
  }
}

/**
 * Which of several formulas of one type settles it for the others: the first that has a type of its own, else the
 * first bare number. A formula that does not parse counts as a bare number; it is refused where it is checked.
 */
export function telling(texts: readonly string[]): number {
  const ranks = texts.map((text) => {
    const parsed = parseFormula(text);
    return parsed.ok ? tells(parsed.formula) : 1;
  });
  const best = ranks.reduce<number>(larger, 0);
  return ranks.indexOf(best as 0 | 1 | 2);
}
