import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAME_RELATIONS, nameRelation } from '../../../src/reconcile/compare/name-relation.js';
import { nameForms } from '../../../src/roster/index.js';

const relation = (a: string, b: string) => nameRelation(nameForms(a), nameForms(b));

describe('how two names stand to each other', () => {
  it.each<[string, string, string]>([
    ['王小雨', '王小雨', 'same'],
    ['王小雨', ' 王　小雨', 'same'],
    ['張偉', '张伟', 'same'],
    ['阿依古丽·买买提', '阿依古丽．买买提', 'same'],
    ['阿依古丽·买买提', '阿依古丽买买提', 'same'],
    ['张喆', '张哲', 'confusable'],
    ['王□雨', '王小雨', 'wildcard'],
    ['王?', '王小雨', 'wildcard'],
    ['王小□', '王□雨', 'wildcard'],
    ['王小雨', '王晓宇', 'sound'],
    ['王xiao雨', '王小雨', 'sound'],
    ['王小雨', '王小雪', 'oneCharacter'],
    ['王小雨', '王雨', 'oneCharacter'],
    ['王小雨', '王雨小', 'oneCharacter'],
    ['买买提·阿不都热合曼', '买买提', 'part'],
    ['王小雨', '李小雨', 'surnameDiffers'],
    ['王雨', '李雨', 'surnameDiffers'],
    ['王小雨', '欧阳小雨', 'surnameDiffers'],
    ['王小雨', '', 'unknown'],
    ['王小雨', '—', 'unknown'],
    ['王小雨', '赵云', 'none'],
    ['□□', '王小雨', 'unknown'],
    ['王雨', '李明', 'none'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(relation(a, b)).toBe(expected);
    expect(relation(b, a)).toBe(expected);
  });

  it('is symmetric, and a name is the same as itself as far as it is known', () => {
    const name = fc.string({
      unit: fc.constantFrom('王', '李', '小', '晓', '雨', '□', 'a', '·'),
      maxLength: 5,
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(name, name, (a, b) => {
        const found = relation(a, b);
        seen.add(found);
        expect(relation(b, a)).toBe(found);
        const own = nameForms(a);
        expect(relation(a, a)).toBe(own.certain ? 'same' : own.readable ? 'wildcard' : 'unknown');
      }),
      { numRuns: 3000 },
    );
    for (const one of NAME_RELATIONS) if (one !== 'confusable') expect(seen, one).toContain(one);
  });

  it('names of any length end', () => {
    expect(relation('王'.repeat(50_000), `${'王'.repeat(50_000)}雨`)).toBe('oneCharacter');
    expect(relation('□王'.repeat(20_000), '王'.repeat(40_000))).not.toBe('same');
  });
});
