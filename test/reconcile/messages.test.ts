import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENTRY_REASONS, ENTRY_STATES, RECONCILE_MESSAGES } from '../../src/reconcile/index.js';

const sources = readdirSync('src/reconcile')
  .filter((file) => file !== 'messages.ts')
  .map((file) => readFileSync(`src/reconcile/${file}`, 'utf8'))
  .join('\n');

describe('messages', () => {
  it('exist for every state, reason, candidate and issue, and for nothing else', () => {
    const issues = [
      ...sources.matchAll(/(?:warning|error)\(\s*'([a-zA-Z.]+)'|'(match\.decision[A-Za-z]+)'/g),
    ].map((m) => m[1] ?? m[2]!);
    // These codes are put together from a reason or a conflict.
    const composed = ['exactDuplicate', 'furtherEnrolment', 'sharedId', 'sharedStudentNumber'].map(
      (c) => `roster.${c}`,
    );
    const why = [
      'sameId',
      'sameStudentNumber',
      'sameNameAndBirth',
      'sameNameNearId',
      'sameNameGuardianId',
      'sameNameNoId',
      'sameName',
    ];
    const expected = new Set([
      ...ENTRY_STATES.map((s) => `state.${s}`),
      ...ENTRY_REASONS.map((r) => `reason.${r}`),
      ...why.map((w) => `why.${w}`),
      ...issues,
      ...composed,
    ]);
    expect(issues.length).toBeGreaterThan(15);
    expect(new Set(Object.keys(RECONCILE_MESSAGES))).toEqual(expected);
  });

  it('say the same values in both languages', () => {
    for (const [code, { zh, en }] of Object.entries(RECONCILE_MESSAGES)) {
      const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!).sort();
      expect(holes(zh), code).toEqual(holes(en));
      expect(zh, code).toMatch(/\p{Script=Han}/u);
      expect(en, code).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
