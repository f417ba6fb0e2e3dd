import type { Said } from '../../explain/index.js';
import type { EntryDecision } from '../../reconcile/index.js';

/** What a person can conclude about an entry of a list, in the words of the drop-down. */
export const ENTRY_CONCLUSIONS: Readonly<Record<EntryDecision['state'], Said>> = {
  matched: { zh: '是这名学生', en: 'is this student' },
  notEnrolledHere: { zh: '不在本地就读', en: 'not enrolled here' },
  outOfArea: { zh: '不属本区域', en: 'out of the area' },
  notAStudent: { zh: '不是学生', en: 'not a student' },
  deceased: { zh: '已去世', en: 'deceased' },
};

/** The family declines in writing. */
export const WAIVER: Said = { zh: '自愿放弃', en: 'declines' };
