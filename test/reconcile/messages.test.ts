import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  CANDIDATE_WHYS,
  ENTRY_REASONS,
  ENTRY_STATES,
  EVIDENCE_CODES,
  RECONCILE_MESSAGES,
  REVIEW_KINDS,
} from '../../src/reconcile/index.js';

const sources = readdirSync('src/reconcile', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && file !== 'messages.ts')
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
    const expected = new Set([
      ...ENTRY_STATES.map((s) => `state.${s}`),
      ...ENTRY_REASONS.map((r) => `reason.${r}`),
      ...CANDIDATE_WHYS.map((w) => `why.${w}`),
      ...REVIEW_KINDS.map((k) => `kind.${k}`),
      ...EVIDENCE_CODES.map((e) => `evidence.${e}`),
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
