import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readOptions } from '../../scripts/eval-matching/options.js';

test('left out, it is the whole evaluation of 20,000 students', () => {
  expect(readOptions([])).toEqual({ students: 20_000, seed: 1, json: false });
  expect(readOptions(['--students', '600', '--seed', '9', '--class', 'idBlank', '--json'])).toEqual({
    students: 600,
    seed: 9,
    only: 'idBlank',
    json: true,
  });
});

test.each([
  ['--students', 'many'],
  ['--students', '7'],
  ['--students', '1e99'],
  ['--seed', '-1'],
  ['--seed', '0.5'],
  ['--class', 'idOfNobody'],
  ['--other', '1'],
])('%s %s is refused with a sentence', (name, value) => {
  expect(typeof readOptions([name, value])).toBe('string');
});

test('every command of the guide is one', () => {
  const guide = readFileSync('docs/matching.md', 'utf8');
  const commands = [...guide.matchAll(/^npm run eval:matching(?: --((?: [^ #]+)+))?/gm)].map(
    (match) => match[1] ?? '',
  );
  expect(commands.length).toBeGreaterThan(3);
  for (const command of commands)
    expect(readOptions(command.split(' ').filter((word) => word !== ''))).toBeTypeOf('object');
});
