import type { NameForms } from '../roster/index.js';
import type { RosterIndex } from './search/roster-index.js';

/** Whether the name of a roster row has anything in common with a name. */
export type RelatedNames = (name: NameForms) => (row: number) => boolean;

/**
 * Asks each distinct name of the roster at most once per asking. The answers stand in one column for all of them, each
 * with the number of the asking, so that nothing has to be made or cleared in between.
 */
export function relatedNames(roster: RosterIndex): RelatedNames {
  const answers = new Uint32Array(roster.names.size);
  let asking = 0;
  return (name) => {
    if (!name.readable) return () => false;
    asking += 2;
    const [no, yes] = [asking, asking + 1];
    return (row) => {
      const number = roster.names.nameOf[row]!;
      if (number < 0) return false;
      const known = answers[number];
      if (known === no || known === yes) return known === yes;
      const related = roster.names.relation(name, number) !== 'none';
      answers[number] = related ? yes : no;
      return related;
    };
  };
}
