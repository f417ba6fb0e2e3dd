import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ANSWER_COLUMNS, columnOf, ENTRY_CONCLUSIONS, WAIVER } from '../../src/batch/form/index.js';

const page = readFileSync('docs/worklist.md', 'utf8');

it('the page for those who fill in names every yellow column and every conclusion, in the words of the form', () => {
  for (const id of ANSWER_COLUMNS) expect(page).toContain(columnOf(id).zh.replace(/（.*$/, ''));
  for (const { zh } of [...Object.values(ENTRY_CONCLUSIONS), WAIVER]) expect(page).toContain(`*${zh}*`);
});
