import type { CategoryInput, Decision, Enrolment, FactInput, PaperInput, Student } from '../roster/index.js';
import type { Ground } from './ground.js';

/** A student of whom everything is known, in few words: by fact, by list category, by part that a person judges. */
export interface Draft {
  readonly facts: Readonly<Record<string, FactInput>>;
  readonly categories: Readonly<Record<string, boolean>>;
  /** Points that a person gives, as decimal text. */
  readonly points: Readonly<Record<string, string>>;
}

/** What is not said of a draft: facts, and list categories, by id. */
export interface Hidden {
  readonly facts?: readonly string[];
  readonly categories?: readonly string[];
}

const OF_ENROLMENT: readonly string[] = ['stage', 'setting', 'grade', 'boarder'];

/**
 * The draft as a caller would hand it in: what the place of study tells with it, what only some may state decided by
 * them, every paper shown. Persons decide nothing else.
 */
export function studentOf({ rules, context }: Ground, draft: Draft, hidden: Hidden = {}): Student {
  const facts: Record<string, FactInput> = {};
  const enrolled: Record<string, FactInput> = {};
  const decisions: Decision[] = [];
  const said = { on: context.knownAt, because: '—' } as const;
  for (const { id, document, by, type } of rules.facts) {
    const value = draft.facts[id];
    if (value === undefined || hidden.facts?.includes(id) === true) continue;
    const [role] = by ?? [];
    if (role !== undefined) decisions.push({ kind: 'fact', fact: id, value, by: role, ...said });
    else if (document.origin === 'enrolment' && OF_ENROLMENT.includes(id))
      enrolled[id] = type.kind === 'number' ? Number(value) : value;
    else facts[id] = value;
  }
  for (const [part, points] of Object.entries(draft.points))
    decisions.push({ kind: 'points', part, points, by: judgeOf(part), paper: '—', ...said });
  const categories = Object.entries(draft.categories).map(([category, inside]): CategoryInput => {
    const open = hidden.categories?.includes(category) === true;
    return open
      ? { category, status: 'unknown', doubt: 'listStale' }
      : { category, status: inside ? 'in' : 'out' };
  });
  const papers = rules.evidence.map(({ id }): PaperInput => ({ paper: id, issued: context.asOf }));
  return {
    key: 'student',
    enrolments: [{ school: 'school', ...enrolled } as Enrolment],
    applied: true,
    facts,
    categories,
    decisions,
    papers,
  };

  function judgeOf(part: string): string {
    return judges(rules.score, part)[0] ?? '';
  }
}

type Part = Ground['rules']['score'];

/** Who may judge a part. */
function judges(part: Part, path: string): readonly string[] {
  if (part === null) return [];
  if (part.value.kind === 'discretion' && part.path === path) return part.value.by;
  return part.value.kind === 'section' ? part.value.parts.flatMap((inner) => judges(inner, path)) : [];
}
