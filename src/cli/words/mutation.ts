import type { Language } from '../../explain/index.js';
import type { Fate, Mutation } from '../../mutate/index.js';
import { type Told, tell } from '../terminal.js';

const MUTATIONS: Readonly<Record<Mutation, Told>> = {
  shift: { zh: '数值差一', en: 'moved by one' },
  date: { zh: '日期差一天', en: 'moved by a day' },
  swap: { zh: '相邻两值对调', en: 'neighbours swapped' },
  bound: { zh: '含与不含对调', en: 'bound the other way' },
  floor: { zh: '保底档次改动', en: 'floor moved' },
  remove: { zh: '去掉一处', en: 'left out' },
  word: { zh: '换一个词', en: 'another word' },
  negate: { zh: '条件取反', en: 'condition negated' },
  guard: { zh: '少一个条件', en: 'one condition fewer' },
  formula: { zh: '算式改动', en: 'formula changed' },
};

const FATES: Readonly<Record<Fate, Told>> = {
  killed: { zh: '用例查出', en: 'by cases' },
  proved: { zh: '检查查出', en: 'by check' },
  survived: { zh: '没有查出', en: 'unnoticed' },
  same: { zh: '含义相同', en: 'same meaning' },
  explained: { zh: '查不出，有说明', en: 'explained' },
  refused: { zh: '不成规则', en: 'no rule file' },
};

export const mutationWords = (mutation: Mutation, lang: Language): string => tell(lang, MUTATIONS[mutation]);
export const fateWords = (fate: Fate, lang: Language): string => tell(lang, FATES[fate]);
