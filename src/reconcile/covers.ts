import type { DepartmentList } from './types.js';

/** Whether a list speaks for people of this hukou; one that is not known is covered only by a list for everybody. */
export const coversHukou = ({ covers }: Pick<DepartmentList, 'covers'>, hukou: string): boolean =>
  covers.length === 0 || covers.some((prefix) => prefix !== '' && hukou.startsWith(prefix));

/** What the entries of a list are evidence of. */
export const evidenceOf = ({ evidence, entries }: DepartmentList): 'list' | 'comparison' =>
  evidence ?? entries[0]?.evidence ?? 'list';
