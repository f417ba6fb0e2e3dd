import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FolderFile } from '../verify/index.js';

const CHUNK = 1 << 20;
const LF = 0x0a;

function* chunksOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const buffer = Buffer.allocUnsafe(CHUNK);
      const read = readSync(file, buffer, 0, CHUNK, null);
      if (read === 0) return;
      yield buffer.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

/** Lines of a file, one after the other: no file is ever in memory whole. */
function* linesOf(path: string): Generator<string | null> {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const line = (bytes: Uint8Array): string | null => {
    try {
      return utf8.decode(bytes);
    } catch {
      return null;
    }
  };
  let rest: Buffer = Buffer.alloc(0);
  for (const chunk of chunksOf(path)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, from)) {
      yield line(bytes.subarray(from, end));
      from = end + 1;
    }
    rest = bytes.subarray(from);
  }
  if (rest.length > 0) yield line(rest);
}

/** Every file of a folder, however deep, as it lies there. Digests are taken by Node's own hash, not by the engine's. */
export function runFolder(folder: string): readonly FolderFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => {
      const hash = createHash('sha256');
      for (const chunk of chunksOf(path)) hash.update(chunk);
      return {
        path: path.slice(folder.length + 1).replaceAll('\\', '/'),
        bytes: statSync(path).size,
        sha256: `sha256:${hash.digest('hex')}`,
        lines: () => linesOf(path),
      };
    });
}
