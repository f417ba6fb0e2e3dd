import { createHash } from 'node:crypto';
import type { RunFile } from '../../src/record/index.js';
import { type Check, type CheckId, type FolderFile, verifyRun } from '../../src/verify/index.js';

export const digest = (text: string | Uint8Array): string =>
  `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** A run folder by path, records as texts, so that a test can change what is written. */
export type Texts = Record<string, string | Uint8Array>;

export const text = (texts: Texts, path: string): string => {
  const found = texts[path];
  return typeof found === 'string' ? found : '';
};

export const textsOf = (files: readonly RunFile[]): Texts =>
  Object.fromEntries(
    files.map(({ path, bytes }) => [path, /json$/.test(path) ? new TextDecoder().decode(bytes) : bytes]),
  );

export const folderOf = (texts: Texts): readonly FolderFile[] =>
  Object.entries(texts).map(([path, content]) => ({
    path,
    bytes: Buffer.byteLength(content),
    sha256: digest(content),
    lines: () =>
      String(content)
        .replace(/\n$/, '')
        .split('\n')
        .filter((line) => content !== '' || line !== ''),
  }));

/** The manifest and the seal as they would be over changed files: whoever changes a run can do that too. */
export function resealed(texts: Texts): Texts {
  const stated = JSON.parse(text(texts, 'manifest.json'));
  const files = Object.keys(texts)
    .filter((path) => !['manifest.json', 'engine.json', 'seal.json'].includes(path))
    .sort()
    .map((path) => ({
      path,
      bytes: Buffer.byteLength(texts[path] ?? ''),
      sha256: digest(texts[path] ?? ''),
    }));
  const manifest = `${JSON.stringify({ ...stated, files })}\n`;
  const seal = { manifest: digest(manifest), engine: digest(text(texts, 'engine.json')) };
  return { ...texts, 'manifest.json': manifest, 'seal.json': `${JSON.stringify(seal)}\n` };
}

export function checkOf(texts: Texts, id: CheckId): Check {
  const check = verifyRun(folderOf(texts)).checks.find((one) => one.id === id);
  if (check === undefined) throw new Error(id);
  return check;
}

/** What does not hold, as `check code`. */
export const wrongIn = (texts: Texts): readonly string[] => [
  ...new Set(
    verifyRun(folderOf(texts)).checks.flatMap(({ id, findings }) =>
      findings.filter((finding) => finding.severity === 'error').map(({ code }) => `${id} ${code}`),
    ),
  ),
];
