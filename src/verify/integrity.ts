import type { FolderFile } from './folder.js';
import { countAt, eachAt, isMembers, type Members, readJson, textAt } from './json.js';
import type { Checking } from './report.js';

/** What stands outside the manifest: itself, what made the run, the seal over both, and pages made from it. */
const OUTSIDE = ['manifest.json', 'engine.json', 'seal.json'];
const isOutside = (path: string): boolean => OUTSIDE.includes(path) || path.startsWith('views/');

function recordIn(file: FolderFile | undefined): Members | null {
  const [line, ...more] = [...(file?.lines() ?? [])];
  const record = line == null || more.length > 0 ? undefined : readJson(line);
  return isMembers(record) ? record : null;
}

/** Every file against the manifest, the manifest and what made the run against the seal, and nothing beside them. */
export function checkDigests(files: readonly FolderFile[], check: Checking): void {
  const find = (path: string): FolderFile | undefined => files.find((file) => file.path === path);
  const manifest = recordIn(find('manifest.json'));
  const seal = recordIn(find('seal.json'));
  if (manifest === null) check.error('verify.missing', { file: 'manifest.json' }, { file: 'manifest.json' });
  if (seal === null) check.error('verify.missing', { file: 'seal.json' }, { file: 'seal.json' });
  if (manifest === null || seal === null) return;
  for (const [key, path] of [
    ['manifest', 'manifest.json'],
    ['engine', 'engine.json'],
  ] as const) {
    check.compared += 1;
    if (find(path)?.sha256 !== textAt(seal, key)) check.error('verify.digest', {}, { file: path });
  }
  const stated = eachAt(manifest, 'files');
  for (const one of stated) {
    check.compared += 1;
    const path = textAt(one, 'path');
    const file = find(path);
    if (file === undefined) check.error('verify.missing', { file: path }, { file: path });
    else if (file.sha256 !== textAt(one, 'sha256') || file.bytes !== countAt(one, 'bytes'))
      check.error('verify.digest', {}, { file: path });
  }
  const listed = stated.map((one) => textAt(one, 'path'));
  for (const { path } of files)
    if (!isOutside(path) && !listed.includes(path)) check.error('verify.notListed', {}, { file: path });
}
