/**
 * Writes schema/rules.json, which editors read, from the one schema of rule files. With --check it only says whether
 * the file is up to date, so that the two cannot drift apart.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { ruleFileJsonSchema } from '../src/rules/index.js';

const file = new URL('../schema/rules.json', import.meta.url);
const text = `${JSON.stringify(ruleFileJsonSchema(), null, 2)}\n`;

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error('schema/rules.json is not what the schema of rule files gives: run npm run schema');
    process.exit(1);
  }
  console.log('schema/rules.json is up to date');
} else {
  writeFileSync(file, text);
  console.log(`schema/rules.json written, ${text.length} characters`);
}
