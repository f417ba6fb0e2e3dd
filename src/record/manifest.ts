import type { Determination } from '../determine/index.js';
import { SEMANTICS } from '../determine/index.js';
import { compareText } from '../roster/index.js';
import { canonicalJson, type Digest, digestBytes, type Json } from '../value/index.js';

/** A file of a run folder: its path with `/`, and its bytes. */
export interface RunFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A file as the manifest names it. */
export interface ListedFile {
  readonly path: string;
  /** How many. */
  readonly bytes: number;
  readonly sha256: Digest;
}

/** What a run was made for and by; the same on every machine. */
export interface RunHead {
  readonly period: string;
  readonly asOf: string;
  readonly knownAt: string;
  /** First day of the period, where the caller said it. */
  readonly periodStart?: string;
  readonly rules: Determination['rules'];
  /** Digest of the job file's content. */
  readonly job: Digest;
}

/** The manifest: every file of the run with its size and digest. It holds no time, host or version. */
export function manifestOf(head: RunHead, files: readonly ListedFile[]): string {
  const listed = [...files]
    .sort((a, b) => compareText(a.path, b.path))
    .map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
  const manifest = { format: 'bulou-run/0', semantics: SEMANTICS, ...head, files: listed };
  return `${canonicalJson(manifest as unknown as Json)}\n`;
}

/** The seal binds what made the run (`engine.json`) to what it says (`manifest.json`). It is written last. */
export function sealOf(manifest: Uint8Array, engine: Uint8Array): string {
  const seal = { format: 'bulou-seal/0', manifest: digestBytes(manifest), engine: digestBytes(engine) };
  return `${canonicalJson(seal)}\n`;
}
