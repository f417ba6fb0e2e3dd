import { type MatchContext, relationWord } from './context.js';

/** What the relation column says, by the exact words of the policy. */
export function relationOf(
  context: MatchContext,
  relation: string,
): 'none' | 'child' | 'notChild' | 'unclear' {
  const word = relationWord(relation);
  if (word === '') return 'none';
  if (context.relations.child.has(word)) return 'child';
  return context.relations.notChild.has(word) ? 'notChild' : 'unclear';
}
