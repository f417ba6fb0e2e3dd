import { SEMANTICS } from '../../determine/index.js';
import { canonicalJson } from '../../value/index.js';
import { VERSION } from '../version.js';

/** What made the run: package and runtime. It stands outside the manifest, which is equal on every runtime. */
export function engineRecord(): string {
  const { node = '', v8 = '', icu = '', unicode = '' } = process.versions;
  const record = {
    format: 'bulou-engine/0',
    package: 'bulou',
    version: VERSION,
    semantics: SEMANTICS,
    runtime: { node, v8, icu, unicode },
    platform: `${process.platform}-${process.arch}`,
  };
  return `${canonicalJson(record)}\n`;
}
