import type { Sheet } from '../../table.js';
import type { Findings } from '../findings.js';
import { readDelimited } from './csv.js';
import { type Delimiter, findDelimiter } from './delimiter.js';
import { decodeText, type Encoding } from './encoding.js';

export type { Delimiter } from './delimiter.js';
export { decodeText, type Encoding } from './encoding.js';
export { bareHeader, KNOWN_HEADERS } from './known-headers.js';

export interface TextOptions {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly knownHeaders?: readonly string[] | undefined;
}

export interface TextTable {
  readonly format: 'csv' | 'tsv';
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly sheet: Sheet;
}

/** Reads a text file: encoding, delimiter, records. */
export function readText(bytes: Uint8Array, options: TextOptions, findings: Findings): TextTable {
  const { text, encoding } = decodeText(bytes, options, findings);
  if (text.trim() === '') findings.refuse('read.empty');
  const delimiter = options.delimiter ?? findDelimiter(text, options.knownHeaders ?? [], findings);
  return {
    format: delimiter === '\t' ? 'tsv' : 'csv',
    encoding,
    delimiter,
    sheet: readDelimited(text, delimiter, findings),
  };
}
