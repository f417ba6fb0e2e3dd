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
    ['王□小', '王□晓', 'oneCharacter'],
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
      {
        numRuns: 3000,
        examples: [
          ['王小雨', '王小雨'],
          ['张喆', '张哲'],
          ['王□雨', '王小雨'],
          ['王小雨', '王晓雨'],
          ['王小雨', '王小李'],
          ['王小雨晓', '王小'],
          ['王小雨', '李小雨'],
          ['王小雨', ''],
          ['王雨', '李晓小'],
        ],
      },
    );
    for (const one of NAME_RELATIONS) expect(seen, one).toContain(one);
  });

  it('are read the same where each sign can be, however many ways there are to read a name', () => {
    for (let length = 2; length <= 12; length += 1) {
      expect(relation('长'.repeat(length), '张'.repeat(length)), String(length)).toBe('sound');
      expect(relation('长'.repeat(length), `${'张'.repeat(length - 1)}昌`), String(length)).toBe('sound');
      expect(relation('长'.repeat(length), `${'张'.repeat(length - 1)}雨`), String(length)).not.toBe('sound');
    }
  });

  it('names of any length end', () => {
    expect(relation('王'.repeat(50_000), `${'王'.repeat(50_000)}雨`)).toBe('oneCharacter');
    expect(relation('□王'.repeat(20_000), '王'.repeat(40_000))).not.toBe('same');
    // What a character of so long a name may stand for is not asked.
    expect(relation(`王${'□'.repeat(63)}`, '王小')).toBe('wildcard');
    expect(relation(`王${'□'.repeat(64)}`, '王小')).toBe('none');
    expect(relation('王□', `王${'小'.repeat(64)}`)).toBe('none');
  });
});
