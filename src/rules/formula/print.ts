import type { Formula } from './ast.js';

/** How tightly each kind binds, from the loosest. */
function strength(f: Formula): number {
  switch (f.kind) {
    case 'if':
      return 0;
    case 'and':
    case 'or':
      return 1;
    case 'not':
    case 'compare':
    case 'in':
      return 2;
    case 'arithmetic':
      return f.op === '+' || f.op === '-' ? 3 : f.op === '*' ? 4 : 5;
    case 'negate':
      return 6;
    default:
      return 7;
  }
}

/** The canonical text of a formula: single spaces, and only the parentheses that are needed. */
export function printFormula(f: Formula): string {
  const within = (inner: Formula, least: number): string => {
    const text = printFormula(inner);
    return strength(inner) < least ? `(${text})` : text;
  };
  switch (f.kind) {
    case 'number':
      return `${f.text}${f.percent ? '%' : ''}${f.unit === null ? '' : `[${f.unit}]`}`;
    case 'flag':
      return String(f.value);
    case 'name':
      return f.id;
    case 'lookup':
      return `${f.table}[${f.keys.map(printFormula).join(', ')}]`;
    case 'call':
      return `${f.name}(${f.args.map(printFormula).join(', ')})`;
    case 'negate':
      return `-${within(f.of, 7)}`;
    case 'arithmetic':
      // A quotient ends its chain of factors, so it takes parentheses wherever it is itself a factor.
      if (f.op === '*' || f.op === '/') {
        const left = strength(f.left) === 5 ? `(${printFormula(f.left)})` : within(f.left, 4);
        return `${left} ${f.op} ${within(f.right, 6)}`;
      }
      return `${within(f.left, 3)} ${f.op} ${within(f.right, 4)}`;
    case 'compare':
      return `${within(f.left, 3)} ${f.op} ${within(f.right, 3)}`;
    case 'in':
      return `${within(f.left, 3)} ${f.negated ? 'not in' : 'in'} [${f.options.map((option) => within(option, 3)).join(', ')}]`;
    case 'and':
    case 'or':
      return f.of.map((part) => within(part, 2)).join(` ${f.kind} `);
    case 'not':
      return `not ${within(f.of, 7)}`;
    case 'if':
      return `if ${printFormula(f.when)} then ${printFormula(f.then)} else ${printFormula(f.otherwise)}`;
  }
}
