import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BATCH_MESSAGES, VERSION } from '../../src/batch/index.js';
import { asksFor } from '../../src/explain/messages/template.js';

const sources = ['src/batch/job', 'src/batch/source', 'src/batch/run', 'src/cli', 'src/cli/commands']
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.ts'))
  .filter((path) => !path.endsWith('messages.ts'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');
const mine = Object.keys(BATCH_MESSAGES).filter((code) => /^(job|cell|row|run)\./.test(code));
/** The strict reader and the schema of rule files give these; they are renamed for a job. */
const SHARED = new Set(
  [
    'yaml',
    'bom',
    'tab',
    'character',
    'notNfc',
    'alias',
    'tag',
    'duplicateKey',
    'emptyValue',
    'quoteFormula',
    'limit',
    'unknownKey',
    'missingKey',
    'kind',
    'notOneOf',
    'number',
    'date',
    'id',
    'period',
    'count',
    'datePattern',
    'sha256',
    'validity',
  ].map((code) => `job.${code}`),
);

it('every code that is given has words', () => {
  const given = [...sources.matchAll(/'((?:job|cell|row|run)\.[a-zA-Z]+)'/g)]
    .map((match) => match[1] as string)
    .filter((code) => code !== 'job.json');
  expect(given.length).toBeGreaterThan(50);
  expect(given.filter((code) => !mine.includes(code))).toEqual([]);
});

it('no words are left that nothing gives', () => {
  const dynamic = ['row.studentUnknown', 'row.studentShared'];
  const unused = mine.filter(
    (code) => !sources.includes(`'${code}'`) && !SHARED.has(code) && !dynamic.includes(code),
  );
  expect(unused).toEqual([]);
});

it.each(mine)('%s says the same in both languages', (code) => {
  const { zh, en } = BATCH_MESSAGES[code] as { zh: string; en: string };
  expect(zh).not.toBe('');
  const asked = (text: string) => [...new Set([...asksFor(text).always, ...asksFor(text).optional])].sort();
  expect(asked(zh)).toEqual(asked(en));
});

it('the version is that of the package', () => {
  expect(VERSION).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version);
});
