import { describe, expect, it } from 'vitest';
import {
  checkCharacter,
  ROSTER_MESSAGES,
  readStudentNumber,
  STUDENT_NUMBER_FINDINGS,
} from '../../src/roster/index.js';

const seventeen = '99010220140305217';
const ID = seventeen + checkCharacter(seventeen);
const wrong = seventeen + (checkCharacter(seventeen) === '1' ? '2' : '1');

describe('readStudentNumber', () => {
  it('reads G numbers and the ID inside', () => {
    expect(readStudentNumber(`G${ID}`)).toMatchObject({
      kind: 'G',
      number: `G${ID}`,
      residentId: ID,
      birth: { y: 2014, m: 3, d: 5 },
      findings: [],
    });
    expect(readStudentNumber(`G${wrong}`)).toMatchObject({
      kind: 'G',
      number: `G${wrong}`,
      residentId: null,
      findings: ['number.checksum'],
    });
  });

  it('reads J and L numbers, which hold no ID', () => {
    for (const kind of ['J', 'L'])
      expect(readStudentNumber(kind + wrong)).toMatchObject({ kind, residentId: null, findings: [] });
  });

  it('names every step', () => {
    expect(readStudentNumber(` 'ｇ${ID.toLowerCase()}`)).toMatchObject({
      number: `G${ID}`,
      findings: ['number.whitespace', 'number.width', 'number.apostrophe', 'number.lowerCase'],
    });
    expect(readStudentNumber(`G\u{200B}${ID}`).findings).toEqual(['number.invisible']);
  });

  it('keeps other forms for comparison without taking them for a number', () => {
    expect(readStudentNumber(' 2025-0131 ')).toMatchObject({
      kind: null,
      number: null,
      compact: '2025-0131',
    });
    expect(readStudentNumber(ID)).toMatchObject({ number: null, findings: ['number.form'] });
    expect(readStudentNumber('')).toMatchObject({ number: null, compact: '', findings: [] });
  });

  it('has a sentence in both languages for every finding', () => {
    for (const finding of STUDENT_NUMBER_FINDINGS) {
      expect(ROSTER_MESSAGES[finding]?.zh).toMatch(/\p{Script=Han}/u);
      expect(ROSTER_MESSAGES[finding]?.en).toMatch(/^[\x20-\x7E]+$/);
    }
  });
});
