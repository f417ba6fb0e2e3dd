import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const scratch = `${root}node_modules/.cache/testing-page`;
const page = readFileSync(`${root}docs/testing.md`, 'utf8');
const examples = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs an example as it stands on the page, but for where bulou is; what it prints. */
async function run(name: string, code: string): Promise<string> {
  mkdirSync(scratch, { recursive: true });
  const file = `${scratch}/${name}.ts`;
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
  return lines.join('\n').trimEnd();
}

test('the example of the kit prints what the page says', async () => {
  const [, printed = ''] = /```text\n([\s\S]*?)```/.exec(page) ?? [];
  expect(examples[0]).toContain('noOneMissed');
  expect(await run('kit', examples[0] as string)).toBe(printed.trimEnd());
});

test('the example of any rules holds', async () => {
  expect(examples).toHaveLength(2);
  expect(examples[1]).toContain('ruleFiles');
  await expect(run('any-rules', examples[1] as string)).resolves.toBe('');
});
