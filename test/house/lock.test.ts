import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heldAgainst, lockText, parseLock, publishedIn } from '../../scripts/lock.js';
import { FILES } from '../rules/editions/scheme.js';
import { ROOT } from './text.js';

// A published edition never changes: somebody was decided by it. Every change is first planted and seen to be caught.

const top = mkdtempSync(join(tmpdir(), 'bulou-lock-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

/** A folder of one scheme, the first two editions published. */
function planted(change: (name: string, text: string) => string = (_, text) => text): string {
  const folder = mkdtempSync(join(top, 'rules-'));
  for (const { file, text } of FILES) {
    const published =
      file < '2024-b' || file === '2024.yaml' ? text.replace('status: draft', 'status: published') : text;
    writeFileSync(join(folder, file), change(file, published));
  }
  return folder;
}

const held = async (folder: string, lock: string) =>
  heldAgainst(parseLock(lock), (await publishedIn(folder, top)).published);

describe('the lock', () => {
  let lock = '';
  beforeAll(async () => {
    lock = lockText((await publishedIn(planted(), top)).published);
  });

  test('holds published editions only, whatever their order', async () => {
    expect(parseLock(lock).map(({ scheme, edition }) => `${scheme} ${edition}`)).toEqual([
      'xx-sample 2023',
      'xx-sample 2024',
    ]);
    expect(lockText([...parseLock(lock)].reverse())).toBe(lock);
    expect(await held(planted(), lock)).toEqual({ unlocked: [], broken: [] });
  });

  test.each([
    ['a number', '2023.yaml', 'points: 10', 'points: 11', ['2023', '2024']],
    ['a title', '2023.yaml', '特别困难', '特困', ['2023', '2024']],
    ['a patch', '2024.yaml', 'from: 18', 'from: 17', ['2024']],
    ['a date', '2024.yaml', 'published: 2024-08-01', 'published: 2024-08-02', ['2024']],
  ])('sees %s that changed, and names the file', async (_, file, was, is, editions) => {
    const folder = planted((name, text) => (name === file ? text.replace(was, is) : text));
    const { unlocked, broken } = await held(folder, lock);
    expect(unlocked).toEqual([]);
    expect(
      broken.map((text) => /(\d{4})\.yaml: the published edition xx-sample \1 has changed/.exec(text)?.[1]),
    ).toEqual(editions);
  });

  test('does not mind comments, spaces, the order of mappings, and changes of drafts', async () => {
    const folder = planted((name, text) =>
      name === '2025.yaml' || name === '2024-b.yaml'
        ? text.replace('from: 10 }', 'from: 11 }').replace('from: 19', 'from: 17')
        : `# A comment.\n${text.replace('{ list: civil, floor: hard, source: law }', '{ source: law,  floor: hard, list: civil }')}`,
    );
    expect(await held(folder, lock)).toEqual({ unlocked: [], broken: [] });
  });

  test('sees an edition that is gone, or a draft again', async () => {
    const gone = planted();
    rmSync(join(gone, '2024.yaml'));
    rmSync(join(gone, '2024-b.yaml'));
    rmSync(join(gone, '2025.yaml'));
    const draft = planted((_, text) =>
      text.replace(
        'edition: 2024\nstanding: illustrative\nstatus: published',
        'edition: 2024\nstanding: illustrative\nstatus: draft',
      ),
    );
    for (const folder of [gone, draft])
      expect((await held(folder, lock)).broken).toEqual([
        'the published edition xx-sample 2024 is gone, or no longer published',
      ]);
  });

  test('is told of an edition that is new', async () => {
    const folder = planted((_, text) => text.replace('status: draft', 'status: published'));
    const { unlocked, broken } = await held(folder, lock);
    expect(unlocked.map(({ edition }) => edition)).toEqual(['2024-b', '2025']);
    expect(broken).toEqual([]);
  });

  test('names a file that cannot be read', async () => {
    const folder = planted((name, text) =>
      name === '2023.yaml' ? text.replace('floor: hard', 'floor: herd') : text,
    );
    const { refused } = await publishedIn(folder, top);
    expect(refused).toContainEqual(expect.stringMatching(/2023\.yaml: rules\.unknownOption$/));
  });
});

test('no published edition of this repository has changed, and every one is locked', async () => {
  const { published, refused } = await publishedIn('rules', ROOT);
  expect(refused).toEqual([]);
  const { unlocked, broken } = heldAgainst(
    parseLock(readFileSync(join(ROOT, 'rules/rules.lock'), 'utf8')),
    published,
  );
  expect(broken).toEqual([]);
  expect(
    unlocked.map(({ file }) => file),
    'run npm run lock',
  ).toEqual([]);
});
