import { describe, expect, it } from 'vitest';
import { MOST_PINYIN_KEYS, nameForms } from '../../src/roster/index.js';
import { fuzzy, isSyllable, readingsOf } from '../../src/roster/pinyin-table.js';
import { READING_SETS } from '../../src/roster/tables/pinyin.js';

const keys = (name: string): readonly string[] => nameForms(name).pinyin;
const meet = (a: string, b: string): boolean => keys(a).some((key) => keys(b).includes(key));

describe('surnames that are read otherwise than usual', () => {
  it.each([
    ['单雄', 'shan'],
    ['仇英', 'qiu'],
    ['曾巩', 'zeng'],
    ['查良', 'zha'],
    ['解缙', 'xie'],
    ['区适', 'ou'],
    ['朴英', 'piao'],
    ['盖聂', 'ge'],
    ['缪斯', 'miao'],
    ['覃明', 'qin'],
    ['翟明', 'zhai'],
    ['乐毅', 'yue'],
    ['种明', 'chong'],
    ['召平', 'shao'],
    ['员明', 'yun'],
    ['尉迟恭', 'yu chi'],
    ['万俟晏', 'mo qi'],
    ['长孙明', 'zhang sun'],
    ['澹台明', 'tan tai'],
  ])('%s begins with %s, and keeps the other readings', (name, surname) => {
    const expected = surname.split(' ').map(fuzzy).join(' ');
    expect(keys(name)[0]).toMatch(new RegExp(`^${expected}( |$)`));
    const usual = readingsOf([...name][0] ?? '')[0] ?? '';
    expect(keys(name).some((key) => key.startsWith(`${usual} `))).toBe(true);
  });

  it('only at the head of a name', () => {
    expect(keys('李单')[0]).toBe('li dan');
    expect(keys('李曾')[0]).toBe('li cen');
  });
});

describe('homophones and what people confuse meet', () => {
  it.each([
    ['张伟', '章炜'],
    ['李思雨', '李思语'],
    ['陈刚', '程港'],
    ['刘莉', '牛丽'],
    ['吕女', '鲁努'],
    ['王喆', '王哲'],
    ['𬭎', '宏'],
    ['張龍', '张龙'],
  ])('%s and %s', (a, b) => {
    expect(meet(a, b)).toBe(true);
  });

  it('others do not', () => {
    for (const [a, b] of [
      ['张伟', '张丽'],
      ['王芳', '李芳'],
      ['张三', '张三三'],
    ] as const)
      expect(meet(a, b)).toBe(false);
  });
});

describe('pinyin in place of a character', () => {
  it.each([
    ['张yan', '张岩'],
    ['张 Yan', '张妍'],
    ['乜xian', '乜先'],
    ['zhang三', '张三'],
    ['张xiaoming', '张晓明'],
    ['吕lv', '吕律'],
    ['吕LYU', '吕律'],
    ['张xian', '张西安'],
    ['张(yan)', '张岩'],
    ['张ｙａｎ', '张岩'],
  ])('%s meets %s', (written, name) => {
    expect(meet(written, name)).toBe(true);
    expect(nameForms(written).findings).toContain('name.pinyin');
  });

  it('a name in Latin letters is no pinyin', () => {
    expect(nameForms('Anna Maria')).toMatchObject({ pinyin: ['annamaria'], findings: ['name.whitespace'] });
  });

  it('letters that are no syllables stay', () => {
    expect(keys('张xqz')).toEqual(['zan xqz']);
    expect(isSyllable('n')).toBe(false);
  });
});

it('a wildcard and what has no reading keep their place', () => {
  expect(keys('张?三')).toEqual(['zan * san']);
  expect(keys('김민수')).toEqual(['김 민 수']);
});

it('a long name has few keys, and all its readings', () => {
  const forms = nameForms('阿卜杜热合曼·阿卜杜热合曼·阿卜杜热合曼');
  expect(forms.pinyin.length).toBeLessThanOrEqual(MOST_PINYIN_KEYS);
  expect(forms.readings).toHaveLength(18);
});

it('folding a syllable twice is folding it once', () => {
  const syllables = new Set(READING_SETS.split(/[ /]/));
  expect(syllables.size).toBeGreaterThan(400);
  for (const syllable of [...syllables, 'lyu', 'nyu', 'lv', 'nv'])
    expect(fuzzy(fuzzy(syllable)), syllable).toBe(fuzzy(syllable));
  for (let code = 0x4e00; code <= 0x9fff; code += 1)
    for (const reading of readingsOf(String.fromCodePoint(code))) expect(fuzzy(reading)).toBe(reading);
});
