import type { Said } from '../../explain/index.js';

/** What kind of matter a row of the worklist is, in its own words. */
export const KIND_WORDS = {
  invalidRow: { zh: '名册无法辨认', en: 'roster row' },
  student: { zh: '待定学生', en: 'student' },
  entry: { zh: '名单待核对', en: 'list entry' },
  data: { zh: '数据待核实', en: 'data' },
} as const satisfies Readonly<Record<string, Said>>;

/** Kinds that are put right where the data comes from, and not by an answer: their rows have no key. */
export const WITHOUT_ANSWER = ['invalidRow', 'data'] as const satisfies readonly (keyof typeof KIND_WORDS)[];
