import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readJob } from '../../../src/batch/job/index.js';
import { JOB } from '../run/world.js';

const page = readFileSync('docs/job-file.md', 'utf8');
const examples = [...page.matchAll(/^```yaml (\w+)\n([\s\S]*?)^```$/gm)].map(([, block = '', text = '']) => ({
  block,
  text,
}));
const indented = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));
const start = JOB.slice(0, JOB.indexOf('lists:\n'));

/** A whole job around an example. */
const around: Readonly<Record<string, (text: string) => string>> = {
  facts: (text) => start.replace(/facts: \{ income[^\n]*\n/, `facts:\n${indented(text, 6)}`),
  lists: (text) => `${start}lists:\n  civil:\n${indented(text, 4)}`,
  comparisons: (text) => `${start}comparisons:\n  civil:\n${indented(text, 4)}`,
};

it.each(examples)('an example of $block on the page is read', ({ block, text }) => {
  const job = readJob(around[block]?.(text) ?? '', { file: 'job.yaml' });
  expect(job.ok ? [] : job.issues).toEqual([]);
});

it('every key of a source is on the page', () => {
  expect(examples.map(({ block }) => block)).toEqual([
    'facts',
    'lists',
    'lists',
    'lists',
    'lists',
    'comparisons',
  ]);
  const schema = readFileSync('src/batch/job/schema.ts', 'utf8');
  const keys = [...schema.matchAll(/^ +([a-z][a-z0-9_]*): /gm)].map(([, key = '']) => key);
  expect(keys.length).toBeGreaterThan(60);
  // Keys of single columns of decisions stand in the city's job, which is named there.
  const city = readFileSync('fixtures/city/job.yaml', 'utf8');
  expect(keys.filter((key) => !new RegExp(`\\b${key}\\b`).test(page + city))).toEqual([]);
});
