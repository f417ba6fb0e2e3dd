import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedFile, RunFile } from '../../record/index.js';
import { type FileSink, NewFolder } from './folder.js';

/** Pieces of text up to about this many characters are written together. */
const TOGETHER = 1 << 16;

/**
 * Where the files of a run go while it is computed, each line as soon as it is known, so that a city need not be held at
 * once: into a folder that appears whole or not at all, or, without one, into memory. What was stored can be read back.
 */
export class RunStore {
  private readonly out: string | null;
  private readonly folder: NewFolder | null;
  private readonly inMemory = new Map<string, Uint8Array>();
  private readonly closed: ListedFile[] = [];

  constructor(out: string | null) {
    this.out = out;
    this.folder = out === null ? null : new NewFolder(out);
  }

  /** Every file that was closed, in that order. */
  get listed(): readonly ListedFile[] {
    return this.closed;
  }

  /** Starts a file. */
  open(path: string): StoredText {
    return new StoredText(this.sink(path), (bytes, digest) => {
      const listed = { path, bytes, sha256: `sha256:${digest}` } as const;
      this.closed.push(listed);
      return listed;
    });
  }

  /** A whole file. */
  text(path: string, text: string): ListedFile {
    const file = this.open(path);
    file.write(text);
    return file.close();
  }

  /** A file that the manifest does not name. */
  apart(path: string, bytes: Uint8Array): void {
    const sink = this.sink(path);
    sink.append(bytes);
    sink.close();
  }

  /** Makes the folder appear. Throws what the file system throws. */
  async publish(): Promise<void> {
    await this.folder?.publish();
  }

  async discard(): Promise<void> {
    await this.folder?.discard();
  }

  /** The bytes of a file that was closed; of a folder, once it was published. */
  bytes(path: string): Uint8Array {
    const held = this.inMemory.get(path);
    if (held !== undefined) return held;
    if (this.out === null) return new Uint8Array();
    const { buffer, byteOffset, length } = readFileSync(join(this.out, path));
    return new Uint8Array(buffer, byteOffset, length);
  }

  /** Those that were closed with their bytes. */
  files(): readonly RunFile[] {
    return this.closed.map(({ path }) => ({ path, bytes: this.bytes(path) }));
  }

  private sink(path: string): FileSink {
    if (this.folder !== null) return this.folder.file(path);
    const parts: Uint8Array[] = [];
    return {
      append: (bytes) => parts.push(bytes),
      close: () => this.inMemory.set(path, joined(parts)),
    };
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A text file that is written piece by piece. */
export class StoredText {
  private readonly sink: FileSink;
  private readonly closing: (bytes: number, digest: string) => ListedFile;
  private readonly hash = createHash('sha256');
  private readonly encoder = new TextEncoder();
  private pending = '';
  private size = 0;

  constructor(sink: FileSink, closing: (bytes: number, digest: string) => ListedFile) {
    this.sink = sink;
    this.closing = closing;
  }

  /** Adds whole lines or records: no character may be split between two pieces. */
  write(text: string): void {
    this.pending += text;
    if (this.pending.length > TOGETHER) this.flush();
  }

  close(): ListedFile {
    this.flush();
    this.sink.close();
    return this.closing(this.size, this.hash.digest('hex'));
  }

  private flush(): void {
    if (this.pending === '') return;
    const bytes = this.encoder.encode(this.pending);
    this.pending = '';
    this.hash.update(bytes);
    this.size += bytes.length;
    this.sink.append(bytes);
  }
}
