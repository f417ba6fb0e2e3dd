import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Summary } from '../../../src/record/index.js';
import type * as World from './world.js';

const RECORD = '../../../src/record/index.js';
const broken = { id: '' };
let world: typeof World;
let folder: ReturnType<typeof World.scratch>;

// Test files share one module graph, so the broken books are put in a fresh one, and taken out of it again.
beforeAll(async () => {
  vi.resetModules();
  vi.doMock(RECORD, async (original) => {
    const record = (await original()) as typeof import('../../../src/record/index.js');
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
  world = await import('./world.js');
  folder = world.scratch();
});
afterEach(() => {
  broken.id = '';
});
afterAll(() => {
  vi.doUnmock(RECORD);
  vi.resetModules();
});

describe('books that do not balance', () => {
  it.each(['EQ0', 'EQ1:civil', 'EQ2', 'EQ3', 'EQ4', 'EQ5:dibao', 'EQ7:school'])(
    '%s ends the run, and nothing is written',
    async (id) => {
      broken.id = id;
      const out = join(folder.path, id.replace(':', '-'));
      const end = await world.runWorld({}, { out });
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
    expect((await world.runWorld({}, { out })).exit).toBe(1);
    expect(existsSync(join(out, 'seal.json'))).toBe(true);
    folder.remove();
  });
});
