import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, type Json } from './canonical.js';

/** `sha256:` and 64 hexadecimal digits. */
export type Digest = `sha256:${string}`;

/** The digest of bytes as they are. */
export function digestBytes(bytes: Uint8Array): Digest {
  return `sha256:${bytesToHex(sha256(bytes))}`;
}

/** The digest of data in its canonical form. */
export function digestJson(value: Json): Digest {
  return digestBytes(utf8ToBytes(canonicalJson(value)));
}
