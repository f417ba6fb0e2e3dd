import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type RuleSet, readRules } from '../../../src/rules/index.js';
import type { Slip } from './bugs.js';

const RULES = resolve('rules');

/** The rule file of a scheme with a slip in it; throws where a text does not stand in it exactly once. */
export function seededWith({ scheme, edits, finds }: Slip): RuleSet {
  const [file = ''] = readdirSync(join(RULES, scheme)).filter((name) => name.endsWith('.yaml'));
  let text = readFileSync(join(RULES, scheme, file), 'utf8');
  for (const [find, replace] of edits) {
    const count = text.split(find).length - 1;
    if (count !== 1) throw new Error(`${scheme}: "${find}" stands ${count} times`);
    text = text.replace(find, () => replace);
  }
  const read = readRules(text);
  if (read.ok) return read.value;
  const issues = read.issues.map(
    ({ code, place, values }) => `${code} at ${place?.line} ${JSON.stringify(values)}`,
  );
  throw new Error(`${scheme} with ${finds}: ${issues.join('; ')}`);
}
