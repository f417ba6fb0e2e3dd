import type { Decision } from '../../roster/index.js';
import type { CheckedPart, RuleSet } from '../../rules/index.js';
import type { Issue } from '../../value/index.js';
import type { DecisionKind } from '../job/index.js';
import { rawText, readFlag, readOption } from './cell.js';
import { type CellShape, type FactValue, readFact } from './fact-cell.js';
import { taken } from './rows.js';
import { cellAt, type OpenColumn, type SourceRow, type SourceSheet } from './sheet.js';

/** What a decision about a student says, apart from who took it, when and why. */
type Content<D extends Decision = Decision> = D extends Decision
  ? Omit<D, 'by' | 'on' | 'because' | 'source'>
  : never;

/** The columns that say what was decided. */
export interface ContentColumns {
  readonly kind: Exclude<DecisionKind, 'entry'>;
  readonly about: OpenColumn | undefined;
  readonly value: OpenColumn | undefined;
  readonly conclusion: OpenColumn;
  readonly paper: OpenColumn | undefined;
}

type Missing = { readonly missing: OpenColumn | undefined };

/** Reads what was decided, or says which column lacks what makes it a decision. Issues: `cell.…`. */
export function readContent(
  row: SourceRow,
  { kind, about, value, conclusion, paper }: ContentColumns,
  sheet: SourceSheet,
  rules: RuleSet,
  issues: Issue[],
): Content | Missing {
  const option = (column: OpenColumn, options: readonly string[]): string | undefined =>
    taken(readOption(cellAt(row, column), column, options), sheet, row.row, column, issues);
  const stated = (shape: CellShape): FactValue | undefined =>
    value === undefined
      ? undefined
      : taken(readFact(cellAt(row, value), value, shape), sheet, row.row, value, issues);
  const shown = paper === undefined ? '' : rawText(cellAt(row, paper), paper).trim();

  switch (kind) {
    case 'waiver':
      return shown === '' ? { missing: paper } : { kind, paper: shown };
    case 'tier': {
      const tier = option(conclusion, rules.tierIds);
      return tier === undefined ? { missing: conclusion } : { kind, tier };
    }
    case 'veto': {
      if (about === undefined || value === undefined) return { missing: about };
      const veto = option(
        about,
        rules.vetoes.map(({ id }) => id),
      );
      const stands = taken(readFlag(cellAt(row, value), value), sheet, row.row, value, issues);
      return veto === undefined || stands === undefined ? { missing: about } : { kind, veto, stands };
    }
    case 'fact': {
      const id = about && option(about, namesOf(rules.facts));
      const fact = rules.facts.find((one) => one.id === id);
      if (fact === undefined) return { missing: about };
      const said = stated(fact);
      return said === undefined ? { missing: value } : { kind, fact: fact.id, value: said };
    }
    case 'points': {
      const parts = judgedParts(rules.score);
      const named =
        about && option(about, [...parts.keys(), ...[...parts.keys()].map((path) => `score.${path}`)]);
      const path = named?.replace(/^score\./, '');
      const shape = path === undefined ? undefined : parts.get(path);
      if (path === undefined || shape === undefined) return { missing: about };
      const points = stated(shape);
      if (typeof points !== 'string') return { missing: value };
      return { kind, part: path, points, ...(shown === '' ? {} : { paper: shown }) };
    }
    case 'figure': {
      const set = rules.figures.filter(({ override }) => override !== undefined);
      const id = about && option(about, namesOf(set));
      const figure = set.find((one) => one.id === id);
      if (figure === undefined) return { missing: about };
      const { type } = figure;
      const options = type.kind === 'choice' ? (rules.choices[type.choice]?.options ?? []) : [];
      const said = stated({ ...figure, options });
      return said === undefined || typeof said === 'object'
        ? { missing: value }
        : { kind, figure: figure.id, value: said };
    }
  }
}

const namesOf = (of: readonly { readonly id: string }[]): readonly string[] => of.map(({ id }) => id);

/** Parts whose points a person gives, by path, with what they can be. */
function judgedParts(part: CheckedPart | null): ReadonlyMap<string, CellShape> {
  const found = new Map<string, CellShape>();
  const walk = ({ path, value }: CheckedPart): void => {
    if (value.kind === 'section') value.parts.forEach(walk);
    if (value.kind !== 'discretion') return;
    const { range, step } = value;
    found.set(path, { type: { kind: 'number', unit: 'point' }, options: [], range, step, mayBeNone: false });
  };
  if (part !== null) walk(part);
  return found;
}
