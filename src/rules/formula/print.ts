import type { Formula } from './ast.js';

/** How tightly each kind binds, from the loosest, by the levels of the grammar. */
const LOGIC = 1;
const TEST = 2;
const VALUE = 3;
const TERMS = 4;
const FACTORS = 5;
const QUOTIENT = 6;
const SIGNED = 7;
const POSTFIX = 8;
const PRIMARY = 9;

function strength(f: Formula): number {
  switch (f.kind) {
    case 'if':
      return 0;
    case 'and':
    case 'or':
      return LOGIC;
    case 'not':
    case 'compare':
    case 'in':
    case 'isNone':
      return TEST;
    case 'ifNone':
      return VALUE;
    case 'arithmetic':
      return f.op === '+' || f.op === '-' ? TERMS : f.op === '*' ? FACTORS : QUOTIENT;
    case 'negate':
      return SIGNED;
    case 'lookup':
      return POSTFIX;
    case 'name':
      return f.dated === undefined && !f.id.includes('.') ? PRIMARY : POSTFIX;
    default:
      return PRIMARY;
  }
}

/** A formula in its place: in parentheses where it binds less tightly than the place needs. */
function within(f: Formula, least: number): string {
  const text = printFormula(f);
  return strength(f) < least ? `(${text})` : text;
}

const listed = (of: readonly Formula[]): string => of.map(printFormula).join(', ');
const keyed = (keys: readonly Formula[]): string => (keys.length === 0 ? '' : `[${listed(keys)}]`);
const dated = (at: Formula | undefined): string => (at === undefined ? '' : ` at ${within(at, PRIMARY)}`);
const where = (c: Formula | undefined): string => (c === undefined ? '' : ` where ${printFormula(c)}`);

/** The canonical text of a formula: single spaces, and only the parentheses that are needed. */
export function printFormula(f: Formula): string {
  switch (f.kind) {
    case 'number':
      return `${f.text}${f.percent ? '%' : ''}${f.unit === null ? '' : `[${f.unit}]`}`;
    case 'span':
      return `${f.count} ${f.unit}${f.count === '1' ? '' : 's'}`;
    case 'flag':
      return String(f.value);
    case 'none':
      return 'none';
    case 'name':
      return `${f.id}${dated(f.dated)}`;
    case 'lookup':
      return `${f.table}${keyed(f.keys)}${f.column === undefined ? '' : `.${f.column}`}${dated(f.dated)}`;
    case 'call':
      return `${f.name}(${listed(f.args)})`;
    case 'marginal':
      return `marginal(${f.schedule}${keyed(f.keys)}${dated(f.dated)}, ${printFormula(f.of)})`;
    case 'has':
      return `${f.op}(${f.fact}, [${f.options.join(', ')}])`;
    case 'people':
      return `${f.op}(${f.of === undefined ? '' : `${printFormula(f.of)} of `}${f.people}${where(f.where)})`;
    case 'pick':
      return `${f.op}(${f.variable} in ${f.choice}${where(f.where)})`;
    case 'negate':
      return `-${within(f.of, POSTFIX)}`;
    case 'arithmetic':
      return printArithmetic(f);
    case 'compare':
      return `${within(f.left, VALUE)} ${f.op} ${within(f.right, VALUE)}`;
    case 'in': {
      const options = f.options.map((option) => within(option, VALUE)).join(', ');
      return `${within(f.left, VALUE)} ${f.negated ? 'not in' : 'in'} [${options}]`;
    }
    case 'isNone':
      return `${within(f.of, VALUE)} is ${f.negated ? 'not ' : ''}none`;
    case 'ifNone':
      return `${within(f.of, TERMS)} if_none ${within(f.otherwise, TERMS)}`;
    case 'and':
    case 'or':
      return f.of.map((part) => within(part, TEST)).join(` ${f.kind} `);
    case 'not':
      return `not ${within(f.of, POSTFIX)}`;
    case 'if':
      return `if ${printFormula(f.when)} then ${printFormula(f.then)} else ${printFormula(f.otherwise)}`;
  }
}

function printArithmetic({ op, left, right }: Formula & { readonly kind: 'arithmetic' }): string {
  if (op === '+' || op === '-') return `${within(left, TERMS)} ${op} ${within(right, FACTORS)}`;
  // A quotient ends its chain of factors, so it takes parentheses wherever it is itself a factor.
  const first = strength(left) === QUOTIENT ? `(${printFormula(left)})` : within(left, FACTORS);
  return `${first} ${op} ${within(right, SIGNED)}`;
}
