import { expect, it } from 'vitest';
import {
  IDENTIFIER_FINDINGS,
  NAME_FINDINGS,
  ROSTER_MESSAGES,
  SCHOOL_CODE_FINDINGS,
} from '../../src/roster/index.js';

it.each([...IDENTIFIER_FINDINGS, ...NAME_FINDINGS, ...SCHOOL_CODE_FINDINGS])(
  '%s has a sentence in both languages',
  (finding) => {
    expect(ROSTER_MESSAGES[finding]?.zh).toMatch(/^\{count\} .*\p{Script=Han}/u);
    expect(ROSTER_MESSAGES[finding]?.en).toMatch(/^\{count\} [\x20-\x7E]+$/);
  },
);
