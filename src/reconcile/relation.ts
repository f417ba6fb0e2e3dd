import { type MatchContext, type Relation, relationWord } from './context.js';

/** What the relation column says, by the exact words of the policy. */
export function relationOf(context: MatchContext, relation: string): Relation {
  const { asked } = context.relations;
  const known = asked.get(relation);
  if (known !== undefined) return known;
  const found = read(context, relationWord(relation));
  asked.set(relation, found);
  return found;
}

function read({ relations }: MatchContext, word: string): Relation {
  if (word === '') return 'none';
  if (relations.child.has(word)) return 'child';
  return relations.notChild.has(word) ? 'notChild' : 'unclear';
}
