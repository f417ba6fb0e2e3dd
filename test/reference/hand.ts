import { type Assignment, type Known, type Moment, readCase } from '../../src/reference/index.js';
import type {
  Expression,
  LinkedFact,
  LinkedShape,
  Meant,
  Reading,
  RuleSet,
  Type,
} from '../../src/rules/index.js';
import {
  type CivilDate,
  type Exact,
  parseCivilDate,
  parseExact,
  written,
  ZERO,
} from '../../src/value/index.js';

/** Rule sets and formulas built by hand: what the reference means by them does not hang on the reader of files. */

export const day = (text: string): CivilDate => parseCivilDate(text) as CivilDate;
export const exactly = (text: string): Exact => parseExact(text) as Exact;

export const NUMBER: Type = { kind: 'number', unit: '1' };
export const FLAG: Type = { kind: 'flag' };
export const DATE: Type = { kind: 'date' };
export const CODE: Type = { kind: 'code' };
export const choice = (id: string): Type => ({ kind: 'choice', choice: id });
/** Ranges, which the meaning never looks at. */
export const ANY = { range: { low: ZERO, high: ZERO }, places: 0, size: 0 } as const;

export const num = (text: string): Expression => ({
  kind: 'number',
  value: exactly(text),
  type: NUMBER,
  ...ANY,
});
export const flag = (value: boolean): Expression => ({ kind: 'flag', value, type: FLAG });
export const option = (index: number, of = 'level'): Expression => ({
  kind: 'option',
  index,
  type: choice(of),
});
export const NONE: Expression = { kind: 'none', type: NUMBER, maybeNone: true };
export const read = (of: Reading, type: Type = NUMBER): Expression => ({ kind: 'read', of, type, ...ANY });
export const fact = (id: string, type: Type = NUMBER): Expression => read({ kind: 'fact', id }, type);
export const figure = (id: string, type: Type = NUMBER): Expression => read({ kind: 'figure', id }, type);
export const reckon = (op: '+' | '-' | '*' | '/', left: Expression, right: Expression): Expression => ({
  kind: 'arithmetic',
  op,
  left,
  right,
  type: NUMBER,
  ...ANY,
});
export const compare = (
  op: '=' | '!=' | '<' | '<=' | '>' | '>=',
  left: Expression,
  right: Expression,
): Expression => ({
  kind: 'compare',
  op,
  left,
  right,
  type: FLAG,
});
export const both = (...of: readonly Expression[]): Expression => ({ kind: 'and', of, type: FLAG });
export const either = (...of: readonly Expression[]): Expression => ({ kind: 'or', of, type: FLAG });
export const when = (is: Expression, then: Expression, otherwise: Expression): Expression => ({
  kind: 'if',
  when: is,
  then,
  otherwise,
  type: then.type,
});
/** Something that fails the test when it is looked at. */
export const NEVER: Expression = {
  kind: 'lookup',
  table: 'no such table',
  column: '',
  keys: [],
  site: '',
  type: NUMBER,
};

export function factOf(id: string, shape: Partial<LinkedFact> = {}): LinkedFact {
  const type = shape.type ?? NUMBER;
  return {
    id,
    type,
    options: [],
    mayBeNone: false,
    unknown: { policy: 'ask' },
    document: { type: type.kind, worse: 'none', origin: 'survey', unknown: { policy: 'ask' } },
    event: false,
    ...(type.kind === 'number'
      ? { range: { low: exactly('0'), high: exactly('3') }, step: exactly('1') }
      : {}),
    ...shape,
  };
}

export const shapeOf = (type: Type, more: Partial<LinkedShape> = {}): LinkedShape => ({
  type,
  options: [],
  mayBeNone: false,
  ...more,
});

export const LEVELS = ['low', 'middle', 'high'] as const;

export function rulesOf(pieces: Partial<RuleSet> = {}): RuleSet {
  return {
    document: {} as RuleSet['document'],
    digests: { document: 'sha256:0', meaning: 'sha256:0' } as unknown as RuleSet['digests'],
    dates: { month_end: 'last_day', leap_birthday: '03-01' },
    facts: [],
    choices: { level: { options: LEVELS, ordered: true } },
    parameters: [],
    tables: [],
    schedules: [],
    figures: [],
    evidence: [],
    lists: [],
    categories: [],
    score: null,
    routes: [],
    tierIds: ['not_recognised'],
    tiers: [],
    tierOf: null,
    vetoes: [],
    scope: [],
    programmes: [],
    outputs: [],
    endsInOutputs: false,
    reads: () => new Set(),
    scopeReads: new Map(),
    outcomeReads: new Set(),
    ...pieces,
  };
}

export const NOTHING_KNOWN: Assignment = {
  facts: new Map(),
  categories: new Map(),
  vetoes: new Map(),
  points: new Map(),
  shown: new Map(),
  given: new Map(),
  cells: new Map(),
};

export const knowing = (
  facts: Readonly<Record<string, Known>>,
  more: Partial<Assignment> = {},
): Assignment => ({
  ...NOTHING_KNOWN,
  facts: new Map(Object.entries(facts)),
  ...more,
});

export const MOMENT: Moment = { asOf: day('2025-10-01'), periodStart: day('2025-09-01') };

/** What a formula means in one case. */
export function meant(
  e: Expression,
  rules: RuleSet = rulesOf(),
  known: Assignment = NOTHING_KNOWN,
  moment: Moment = MOMENT,
): Meant {
  return readCase(rules, known, moment).expression(e);
}

/** The same, a number in its written form. */
export function shown(...of: Parameters<typeof meant>): Meant | string {
  const is = meant(...of);
  return typeof is === 'object' && 'num' in is ? written(is) : is;
}
