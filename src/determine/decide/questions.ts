import type { LinkedFact } from '../../rules/index.js';
import type { Because, Question } from '../determination.js';
import type { Intake } from '../intake.js';
import type { OpenInput } from '../resolution.js';

/**
 * What would have to be known, best first: what only a person can settle, facts that must be given, and then what the
 * outcome turns on. `conflicts`: things of which persons said two different words.
 */
export function questionsOf(
  intake: Intake,
  open: readonly OpenInput[],
  blocked: readonly LinkedFact[],
  conflicts: readonly string[],
): readonly Question[] {
  const asked: Question[] = open.map(({ kind, id, leaves }) => {
    const doubt = kind === 'category' ? intake.doubts.get(id) : undefined;
    return { kind, id, leaves, ...(doubt === undefined ? {} : { doubt }) };
  });
  const first: Question[] = [
    ...(intake.alsoAt.length > 0 ? [{ kind: 'enrolment', id: 'enrolments', leaves: 1 } as const] : []),
    ...conflicts.map((id) => ({ kind: 'decision', id, leaves: 1 }) as const),
    ...blocked
      .filter(({ id }) => !asked.some((question) => question.kind === 'fact' && question.id === id))
      .map(({ id }) => ({ kind: 'fact', id, leaves: 1 }) as const),
  ];
  return [...first, ...asked];
}

/** Why the student is undetermined, by what is asked. */
export function becauseOf(questions: readonly Question[], conflict: boolean): readonly Because[] {
  const all = new Set<Because>(conflict ? ['conflict'] : []);
  for (const question of questions) {
    const because = reasonToAsk(question);
    if (because !== null) all.add(because);
  }
  return [...all].sort();
}

function reasonToAsk({ kind, doubt }: Question): Because | null {
  switch (kind) {
    case 'veto':
      return 'vetoAgainstFloor';
    case 'points':
      return 'discretion';
    case 'category':
      return doubt === 'openMatch' || doubt === 'rowUnclear' ? 'openMatch' : 'missingFact';
    case 'fact':
    case 'evidence':
    case 'cell':
      return 'missingFact';
    case 'enrolment':
    case 'decision':
      return null;
  }
}
