import type {
  CategoryInput,
  Enrolment,
  FactInput,
  ScalarInput,
  SourceRef,
  Student,
} from '../roster/index.js';
import { type Issue, warning } from '../value/index.js';
import { isGiven, isMembers, isText, listOf, type Members, own } from './raw.js';
import { decisionOf, paperOf, sourceOf } from './shape/decision.js';

/** A student whose members have the shapes that their types promise, and what of them could not be read. */
export type Shaped = {
  /** Empty where there is none that can be read. */
  readonly key: string;
} & ({ readonly student: Student; readonly issues: readonly Issue[] } | { readonly unreadable: Issue });

/**
 * Reads what a caller handed in as a student. Types promise its shape, but data comes from anywhere: what cannot be
 * read is named and left out, and leaving it out never counts against the student. The values of facts and of given
 * figures stay as they are, for the intake to read by their types. Issues: `student.key`, `student.enrolments` (these
 * two: it cannot be read as one student), `student.unreadable`, `category.unreadable`, `decision.unreadable`.
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
  /** Members whose names can stand in a record. */
  const mapping = (name: string): Members => {
    const value = own(raw, name);
    if (!isMembers(value)) {
      if (isGiven(value)) unreadable(name);
      return {};
    }
    const entries = Object.entries(value);
    if (entries.every(([id]) => isText(id))) return value;
    unreadable(name);
    return Object.fromEntries(entries.filter(([id]) => isText(id)));
  };
  const list = <T>(name: string, read: (value: unknown) => T | null, code: string): readonly T[] => {
    const value = own(raw, name);
    if (!isGiven(value)) return [];
    const found = listOf(value, read);
    if (found === null) {
      unreadable(name);
      return [];
    }
    for (const one of found) if (one === null) issues.push(warning(code, {}, { path: name }));
    return found.filter((one) => one !== null);
  };

  const sources = Object.entries(mapping('factSources')).map(([id, value]) => [id, sourceOf(value)] as const);
  for (const [id, source] of sources) if (source === null) unreadable(`factSources.${id}`);
  const before = issues.length;
  const categories = list('categories', categoryOf, 'category.unreadable');
  const missed = issues.length > before;
  const others = own(raw, 'otherCategories');
  if (isGiven(others) && others !== 'out' && others !== 'unknown') unreadable('otherCategories');
  const student: Student = {
    key,
    enrolments: enrolments as readonly Enrolment[],
    applied: Boolean(own(raw, 'applied')),
    aidedBefore: own(raw, 'aidedBefore') === true,
    signals: list('signals', (signal) => (isText(signal) ? signal : null), 'student.unreadable'),
    facts: mapping('facts') as Readonly<Record<string, FactInput>>,
    factSources: Object.fromEntries(
      sources.filter((entry): entry is [string, SourceRef] => entry[1] !== null),
    ),
    categories,
    // Which category an unreadable entry was about is not known: then none counts as out unsaid.
    otherCategories: others === 'out' && !missed ? 'out' : 'unknown',
    decisions: list('decisions', decisionOf, 'decision.unreadable'),
    papers: list('papers', paperOf, 'student.unreadable'),
    given: mapping('given') as Readonly<Record<string, ScalarInput>>,
  };
  return { key, student, issues };
}

/** Only the school must be there; the other members are read as facts, each with its own issue. */
function enrolmentOf(raw: unknown): Enrolment | null {
  if (!isMembers(raw)) return null;
  const school = own(raw, 'school');
  if (!isText(school)) return null;
  const members = ['stage', 'setting', 'grade', 'boarder', 'from', 'until'].flatMap((name) => {
    const value = own(raw, name);
    return isGiven(value) ? [[name, value] as const] : [];
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
export const DOUBTS = [
  'paperMissing',
  'openMatch',
  'rowUnclear',
  'listMissing',
  'listStale',
  'notSaid',
] as const;
