import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { runCommandLine } from '../../src/cli/program.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const scratch = `${root}node_modules/.cache/readme`;

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The first TypeScript block of a page, and the text block after it that says what it prints. */
function example(page: string): { readonly code: string; readonly printed: string } {
  const text = readFileSync(`${root}${page}`, 'utf8');
  const blocks = [...text.matchAll(/```(ts|text)\n([\s\S]*?)```/g)].map(([, kind, body]) => ({
    kind,
    body: body as string,
  }));
  const at = blocks.findIndex((block) => block.kind === 'ts');
  return {
    code: blocks[at]?.body ?? '',
    printed: blocks[at + 1]?.kind === 'text' ? (blocks[at + 1]?.body as string) : '',
  };
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

/** Lines of the first block that shows what the demo prints; `…` stands for what the page leaves out. */
function shown(page: string): readonly string[] {
  const text = readFileSync(`${root}${page}`, 'utf8');
  const [, block = ''] = /```text\n([\s\S]*?)```/.exec(text) ?? [];
  return block.split('\n').filter((line) => line.trim() !== '' && line.trim() !== '…');
}

test.each([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
])('%s: every line of the demo is one that the demo prints', async (page, lang) => {
  const out = `${scratch}/demo-${lang}`;
  mkdirSync(scratch, { recursive: true });
  let printed = '';
  const terminal = {
    out: (text: string) => {
      printed += text;
    },
    err: () => {},
    outIsTty: false,
    errIsTty: false,
    cwd: root,
  };
  const args = ['run', 'fixtures/city/job.yaml', '--out', out, '--replace', '--lang', lang];
  // 1: complete, with items for people. The city has them on purpose.
  expect(await runCommandLine(args, terminal)).toBe(1);
  const lines = new Set(
    printed
      .replaceAll(relative(root, out), 'out/demo')
      .split('\n')
      .map((line) => line.trimEnd()),
  );
  expect(shown(page).length).toBeGreaterThan(30);
  expect(shown(page).filter((line) => !lines.has(line))).toEqual([]);
});
