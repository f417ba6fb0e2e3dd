import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Summary } from '../../../src/record/index.js';
import { runWorld, scratch } from './world.js';

const broken = { id: '' };
vi.mock('../../../src/record/index.js', async (original) => {
  const record = await original<typeof import('../../../src/record/index.js')>();
  return {
    ...record,
    summarise: (...input: Parameters<typeof record.summarise>): Summary => {
      const summary = record.summarise(...input);
      const equations = summary.equations.map((one) =>
        one.id === broken.id ? record.balance(one.id, one.left, Number(one.right) + 1) : one,
      );
      return { ...summary, equations };
    },
  };
});

const folder = scratch();
afterEach(() => {
  broken.id = '';
});

describe('books that do not balance', () => {
  it.each(['EQ0', 'EQ1:civil', 'EQ2', 'EQ3', 'EQ4', 'EQ5:dibao', 'EQ7:school'])(
    '%s ends the run, and nothing is written',
    async (id) => {
      broken.id = id;
      const out = join(folder.path, id.replace(':', '-'));
      const end = await runWorld({}, { out });
      expect(end.exit).toBe(5);
      expect(end.issues).toMatchObject([
        { code: 'run.equation', severity: 'error', values: { equation: id } },
      ]);
      expect(end.run).toBeUndefined();
      expect(existsSync(out)).toBe(false);
    },
  );

  it('and books that do are written', async () => {
    const out = join(folder.path, 'good');
    expect((await runWorld({}, { out })).exit).toBe(1);
    expect(existsSync(join(out, 'seal.json'))).toBe(true);
    folder.remove();
  });
});
