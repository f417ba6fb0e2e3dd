export const POINT = 'point';
export const MONEY = 'CNY/year';
export const PERSON = 'person';
export const PURE = '1';
export const PER_HEAD = 'CNY/year/person';
