import { dirname, join } from 'node:path/posix';
import { editionsAmong, type RuleSet, readRules } from '../../rules/index.js';
import type { Result } from '../../value/index.js';
import type { RunIo } from './run-io.js';

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/**
 * Reads the rule file of a job with the tables and editions beside it that it refers to. `null` where there is no such
 * file; issues are those of `readRules`.
 */
export async function readRulesOf(
  file: string,
  { read, beside }: Pick<RunIo, 'read' | 'beside'>,
): Promise<Result<RuleSet> | null> {
  const bytes = await read(file);
  if (bytes === null) return null;
  const names = (await beside?.(file)) ?? [];
  const texts = new Map<string, string>();
  for (const name of names.filter((one) => /\.(csv|ya?ml)$/.test(one))) {
    const found = await read(join(dirname(file), name));
    if (found !== null) texts.set(name, decode(found));
  }
  const editions = [...texts]
    .filter(([name]) => !name.endsWith('.csv'))
    .map(([name, text]) => ({ file: join(dirname(file), name), text }));
  return readRules(decode(bytes), {
    file,
    files: (name) => texts.get(name),
    predecessor: editionsAmong(editions),
  });
}
