import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { readRules } from '../../src/rules/index.js';
import { expectGolden } from '../golden.js';

// Every sample that loads, with one word of it at a time made another. What is said of each stands in slots/: where, which
// code, and what the sentence says.

const FOLDER = join(import.meta.dirname, 'good');
const textOf = (file: string): string | undefined =>
  existsSync(join(FOLDER, file)) ? readFileSync(join(FOLDER, file), 'utf8') : undefined;
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml') && !file.endsWith('.base.yaml'));

interface Edit {
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

/** In the place of each value a word that nothing is called, of each number another one. */
const valuesOf = (text: string): readonly Edit[] =>
  [...text.matchAll(/(?<=(?:: |\[|, |- ))[^{}[\],\n":#]+(?=[ ,}\]\n])/g)].map(({ index, 0: found }) => {
    const from = found.trimEnd();
    return { at: index, from, to: /^-?[0-9][0-9_.]*%?$/.test(from) ? '-7.5' : 'nosuch' };
  });

/** Each key with one letter more. */
const keysOf = (text: string): readonly Edit[] =>
  [...text.matchAll(/(?<=^ *(?:- )?|[{,] )[a-z][a-z0-9_]*(?=:[ \n])/gm)].map(({ index, 0: from }) => ({
    at: index,
    from,
    to: `${from}x`,
  }));

/** Samples that have nearly every key. */
const OF_KEYS = ['whole.yaml', 'whole-family.yaml', 'tables-of-all-kinds.yaml'];

test.each(FILES)('%s with one word at a time another', (file) => {
  const text = textOf(file) ?? '';
  const base = textOf(`${basename(file, '.yaml')}.base.yaml`);
  let fine = 0;
  const edits = [...valuesOf(text), ...(OF_KEYS.includes(file) ? keysOf(text) : [])];
  const lines = edits.flatMap(({ at, from, to }) => {
    const { issues } = readRules(text.slice(0, at) + to + text.slice(at + from.length), {
      file,
      files: textOf,
      predecessor: () => (base === undefined ? undefined : { file: 'base.yaml', text: base }),
    });
    if (issues.length === 0) fine += 1;
    const line = text.slice(0, at).split('\n').length;
    const column = at - text.lastIndexOf('\n', at - 1);
    return issues.map(({ code, values, place }, i) => {
      const head = i === 0 ? `${line}:${column} ${from} → ${to}` : '  and';
      const where = place?.file === file || place?.file === undefined ? '' : `${place.file}:`;
      return `${head} | ${where}${place?.line}:${place?.column} ${place?.path} ${code} ${JSON.stringify(values)}`;
    });
  });
  expect(lines.length).toBeGreaterThan(10);
  expectGolden(
    join(import.meta.dirname, 'slots', `${basename(file, '.yaml')}.txt`),
    `${[...lines, `nothing is said of ${fine}`].join('\n')}\n`,
  );
});
