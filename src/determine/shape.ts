import type { CategoryInput, Decision, Enrolment, FactInput, SourceRef, Student } from '../roster/index.js';
import { type Issue, warning } from '../value/index.js';

/** A student whose members have the shapes that their types promise, and what of them could not be read. */
export type Shaped = {
  /** Empty where there is none that can be read. */
  readonly key: string;
} & ({ readonly student: Student; readonly issues: readonly Issue[] } | { readonly unreadable: Issue });

type Members = Readonly<Record<string, unknown>>;

const LONE_SURROGATE = /\p{Surrogate}/u;
/** Text that can stand in a record. */
const isText = (value: unknown): value is string => typeof value === 'string' && !LONE_SURROGATE.test(value);
const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** A member that the value has itself; a caller's data cannot reach into what every object inherits. */
const own = (of: Members, key: string): unknown => (Object.hasOwn(of, key) ? of[key] : undefined);
const given = (value: unknown): boolean => value !== undefined && value !== null;

/**
 * Reads what a caller handed in as a student. Types promise its shape, but data comes from anywhere: what cannot be
 * read is named and left out, and leaving it out never counts against the student. Issues: `student.key`,
 * `student.enrolments` (these two: it cannot be read as one student), `student.unreadable`, `category.unreadable`,
 * `decision.unreadable`.
 */
export function shapeOf(raw: unknown): Shaped {
  const key = isMembers(raw) ? own(raw, 'key') : undefined;
  if (!isMembers(raw) || !isText(key) || key === '')
    return { key: '', unreadable: warning('student.key', {}, { path: 'key' }) };
  const enrolments = listOf(own(raw, 'enrolments'), enrolmentOf);
  if (enrolments === null || enrolments.includes(null))
    return { key, unreadable: warning('student.enrolments', {}, { path: 'enrolments' }) };

  const issues: Issue[] = [];
  const unreadable = (path: string): void => {
    issues.push(warning('student.unreadable', {}, { path }));
  };
  const mapping = (name: string): Members => {
    const value = own(raw, name);
    if (isMembers(value)) return value;
    if (given(value)) unreadable(name);
    return {};
  };
  const list = <T>(name: string, read: (value: unknown) => T | null, code: string): readonly T[] => {
    const value = own(raw, name);
    if (!given(value)) return [];
    const found = listOf(value, read);
    if (found === null) {
      unreadable(name);
      return [];
    }
    for (const one of found) if (one === null) issues.push(warning(code, {}, { path: name }));
    return found.filter((one) => one !== null);
  };

  /** Members whose names can stand in a record. */
  const named = (of: Members): Members => {
    const entries = Object.entries(of);
    if (entries.every(([id]) => isText(id))) return of;
    unreadable('facts');
    return Object.fromEntries(entries.filter(([id]) => isText(id)));
  };

  const sources = Object.entries(named(mapping('factSources'))).map(
    ([id, value]) => [id, sourceOf(value)] as const,
  );
  for (const [id, source] of sources) if (source === null) unreadable(`factSources.${id}`);
  const before = issues.length;
  const categories = list('categories', categoryOf, 'category.unreadable');
  const missed = issues.length > before;
  const others = own(raw, 'otherCategories');
  if (given(others) && others !== 'out' && others !== 'unknown') unreadable('otherCategories');
  const student: Student = {
    key,
    enrolments: enrolments as readonly Enrolment[],
    applied: Boolean(own(raw, 'applied')),
    aidedBefore: own(raw, 'aidedBefore') === true,
    signals: list('signals', (signal) => (isText(signal) ? signal : null), 'student.unreadable'),
    facts: named(mapping('facts')) as Readonly<Record<string, FactInput>>,
    factSources: Object.fromEntries(
      sources.filter((entry): entry is [string, SourceRef] => entry[1] !== null),
    ),
    categories,
    // Which category an unreadable entry was about is not known: then none counts as out unsaid.
    otherCategories: others === 'out' && !missed ? 'out' : 'unknown',
    decisions: list('decisions', decisionOf, 'decision.unreadable'),
  };
  return { key, student, issues };
}

function listOf<T>(value: unknown, read: (one: unknown) => T | null): readonly (T | null)[] | null {
  return Array.isArray(value) ? Array.from(value as readonly unknown[], read) : null;
}

/** Only the school must be there; the other members are read as facts, each with its own issue. */
function enrolmentOf(raw: unknown): Enrolment | null {
  if (!isMembers(raw)) return null;
  const school = own(raw, 'school');
  if (!isText(school)) return null;
  const members = ['stage', 'setting', 'grade', 'boarder', 'from', 'until'].flatMap((name) => {
    const value = own(raw, name);
    return given(value) ? [[name, value] as const] : [];
  });
  return { school, ...Object.fromEntries(members) };
}

/** A status that cannot be read is not known. */
function categoryOf(raw: unknown): CategoryInput | null {
  if (!isMembers(raw)) return null;
  const [category, status, doubt] = [own(raw, 'category'), own(raw, 'status'), own(raw, 'doubt')];
  if (!isText(category)) return null;
  const evidence = listOf(own(raw, 'evidence') ?? [], sourceOf) ?? [];
  const known = status === 'in' || status === 'out' || status === 'unknown';
  const doubted = known ? DOUBTS.find((one) => one === doubt) : 'rowUnclear';
  return {
    category,
    status: known ? status : 'unknown',
    ...(doubted === undefined ? {} : { doubt: doubted }),
    evidence: evidence.filter((one) => one !== null),
  };
}

/** From the doubt that is nearest to a yes. */
export const DOUBTS = ['openMatch', 'rowUnclear', 'listMissing', 'listStale', 'notSaid'] as const;

function sourceOf(raw: unknown): SourceRef | null {
  if (!isMembers(raw)) return null;
  const [file, sheet, row, list] = ['file', 'sheet', 'row', 'list'].map((name) => own(raw, name));
  if (!isText(file) || typeof row !== 'number' || !Number.isSafeInteger(row) || row < 1) return null;
  return {
    file,
    row,
    ...(isText(sheet) ? { sheet } : {}),
    ...(isText(list) ? { list } : {}),
  };
}

function decisionOf(raw: unknown): Decision | null {
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
    case 'veto': {
      const [veto, stands] = [text('veto'), own(raw, 'stands')];
      return veto === null || typeof stands !== 'boolean' ? null : { kind: 'veto', veto, stands, ...base };
    }
    default:
      return null;
  }
}
