import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const scratch = `${root}node_modules/.cache/testing-page`;

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('the example of docs/testing.md prints what the page says', async () => {
  const page = readFileSync(`${root}docs/testing.md`, 'utf8');
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];
  const [, printed = ''] = /```text\n([\s\S]*?)```/.exec(page) ?? [];
  expect(code).toContain('noOneMissed');
  mkdirSync(scratch, { recursive: true });
  const file = `${scratch}/example.ts`;
  writeFileSync(
    file,
    code
      .replace("from 'bulou/testing'", `from '${root}src/testing/index.ts'`)
      .replace("from 'bulou'", `from '${root}src/index.ts'`),
  );
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((text: string) => {
    lines.push(text);
  });
  await import(file);
  log.mockRestore();
  expect(lines.join('\n').trimEnd()).toBe(printed.trimEnd());
});
