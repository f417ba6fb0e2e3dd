import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const scratch = `${root}node_modules/.cache/readme`;

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The first TypeScript block of a page, and the text block after it that says what it prints. */
function example(page: string): { readonly code: string; readonly printed: string } {
  const text = readFileSync(`${root}${page}`, 'utf8');
  const blocks = [...text.matchAll(/```(ts|text)\n([\s\S]*?)```/g)].map(([, kind, body]) => ({ kind, body: body as string }));
  const at = blocks.findIndex((block) => block.kind === 'ts');
  return { code: blocks[at]?.body ?? '', printed: blocks[at + 1]?.kind === 'text' ? (blocks[at + 1]?.body as string) : '' };
}

test.each(['README.md', 'README.zh-CN.md'])('%s: the library example prints what it says', async (page) => {
  const { code, printed } = example(page);
  expect(code).not.toBe('');
  mkdirSync(scratch, { recursive: true });
  const file = `${scratch}/${page.replaceAll('.', '_')}.ts`;
  writeFileSync(file, code.replace("from 'bulou'", `from '${root}src/index.ts'`));
  const lines: string[] = [];
  const { inspect } = await import('node:util');
  const log = vi.spyOn(console, 'log').mockImplementation((...values: unknown[]) => {
    lines.push(values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' '));
  });
  await import(file);
  log.mockRestore();
  expect(`${lines.join('\n')}\n`).toBe(printed);
});
