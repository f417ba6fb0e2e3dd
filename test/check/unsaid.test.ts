import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/index.js';
import { readRules } from '../../src/rules/index.js';

// What is said of a student for whom a rule file leaves something unsaid.

function propertiesOf(facts: string, rest: string) {
  const read = readRules(`format: 1
scheme: xx-unsaid
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-31
facts:
${facts}${rest}tiers: [{ id: hard, from: 9 }, { id: general, from: 5 }]
`);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return new Map(check(read.value).properties.map((one) => [one.id, one]));
}

const COLOUR = '  colour: { type: choice, of: [red, blue], worse: listed }\n';
const hole = (id: string, row: string): string =>
  `tables: { ${id}: { unit: point, keys: [colour], rows: { ${row} }, otherwise: unknown, range: [0, 4], step: 1 } }\n`;

describe('a value that the file does not have', () => {
  test('leaves nobody open who is out of scope whatever it is', () => {
    const found = propertiesOf(
      `${COLOUR}  ill: { type: flag, worse: if_true }\n`,
      `${hole('alike', 'blue: 2')}scope: { odd: { is: "ill and alike[colour] - alike[colour] > 0" } }
score: { parts: { ill: { when: ill, points: 9 } } }
`,
    );
    expect(found.get('noGap alike')?.status).toBe('proved');
  });

  test('is no points where it is told what comes out differently', () => {
    const found = propertiesOf(
      COLOUR,
      `${hole('worth', 'red: 2')}score: { parts: { worth: { points: "worth[colour]" }, red: { when: colour = red, points: 9 } } }
`,
    );
    const { status, witness } = found.get('monotone colour tier') ?? {};
    expect(status).toBe('refuted');
    expect(witness?.changes?.filter(({ of }) => of === 'part')).toEqual([
      { of: 'part', id: 'red', before: '9', after: '0' },
      { of: 'part', id: 'worth', before: '2', after: '' },
    ]);
  });
});
