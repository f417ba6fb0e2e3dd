import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/**
 * Holds a text against a file that was checked in. Goldens are only ever appended: a file that is not there is written
 * when BULOU_GOLDEN=append is set, and fails otherwise; one that is there is never written again.
 */
export function expectGolden(path: string, text: string): void {
  if (!existsSync(path) && process.env.BULOU_GOLDEN === 'append') writeFileSync(path, text);
  expect(existsSync(path), `no golden file ${path}`).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
