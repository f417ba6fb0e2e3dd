import type { Decision, FactInput, PaperInput, ScalarInput, SourceRef } from '../../roster/index.js';
import { isMembers, isText, own } from '../raw.js';

export function sourceOf(raw: unknown): SourceRef | null {
  if (!isMembers(raw)) return null;
  const [file, sheet, row, list] = ['file', 'sheet', 'row', 'list'].map((name) => own(raw, name));
  if (!isText(file) || typeof row !== 'number' || !Number.isSafeInteger(row) || row < 1) return null;
  return {
    file,
    row,
    ...(isText(sheet) ? { sheet } : {}),
    ...(isText(list) ? { list } : {}),
    ...(own(raw, 'comparison') === true ? { comparison: true } : {}),
  };
}

/** Whether its day is one, and whether the rules know it, is for the intake to say. */
export function paperOf(raw: unknown): PaperInput | null {
  if (!isMembers(raw)) return null;
  const [paper, issued] = [own(raw, 'paper'), own(raw, 'issued')];
  return isText(paper) && isText(issued) ? { paper, issued } : null;
}

/** A decision that says who, when, why and what; `null` where one of them is missing. */
export function decisionOf(raw: unknown): Decision | null {
  if (!isMembers(raw)) return null;
  const text = (name: string): string | null => {
    const value = own(raw, name);
    return isText(value) ? value : null;
  };
  const [by, on, because] = [text('by'), text('on'), text('because')];
  if (by === null || on === null || because === null) return null;
  const source = sourceOf(own(raw, 'source'));
  const base = { by, on, because, ...(source === null ? {} : { source }) };
  switch (own(raw, 'kind')) {
    case 'waiver': {
      const paper = text('paper');
      return paper === null ? null : { kind: 'waiver', paper, ...base };
    }
    case 'tier': {
      const tier = text('tier');
      return tier === null ? null : { kind: 'tier', tier, ...base };
    }
    case 'fact': {
      const fact = text('fact');
      return fact === null ? null : { kind: 'fact', fact, value: own(raw, 'value') as FactInput, ...base };
    }
    case 'points': {
      const [part, points, paper] = [text('part'), own(raw, 'points'), text('paper')];
      if (part === null || (typeof points !== 'number' && !isText(points))) return null;
      return { kind: 'points', part, points, ...base, ...(paper === null ? {} : { paper }) };
    }
    case 'figure': {
      const figure = text('figure');
      if (figure === null) return null;
      return { kind: 'figure', figure, value: own(raw, 'value') as ScalarInput, ...base };
    }
    case 'veto': {
      const [veto, stands] = [text('veto'), own(raw, 'stands')];
      return veto === null || typeof stands !== 'boolean' ? null : { kind: 'veto', veto, stands, ...base };
    }
    default:
      return null;
  }
}
