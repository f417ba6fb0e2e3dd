import type { RosterIndex } from './search/roster-index.js';
import type { DepartmentList } from './types.js';

/** What of a list its entries are decided by, beside what stands in themselves. */
export interface ListHead {
  readonly list: string;
  readonly file: string;
  /** Division-code prefixes of the hukou that the list covers; empty: everybody. */
  readonly covers: readonly string[];
  /** It has entries, and none of them says a relation. */
  readonly withoutRelation: boolean;
}

export const headOf = ({ list, file, covers, entries }: DepartmentList): ListHead => ({
  list,
  file,
  covers,
  withoutRelation: entries.length > 0 && entries.every(({ relation }) => relation.trim() === ''),
});

/** No row of the list says a relation, and the roster has no guardian's ID. */
export const limitsRecall = (
  { withoutRelation }: ListHead,
  { guardians }: Pick<RosterIndex, 'guardians'>,
): boolean => withoutRelation && guardians.size === 0;
