import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Determination } from '../../determine/index.js';
import { compile, type Plan } from '../../plan/index.js';
import { readDeterminationLine } from '../../record/index.js';
import { loadExpanded, type RuleDocument } from '../../rules/index.js';
import { digestBytes, error, failure, type Issue, type Result, success } from '../../value/index.js';

/** A run folder that was opened, as far as looking at one student needs. */
export interface OpenedRun {
  readonly plan: Plan;
  readonly determinations: readonly Determination[];
  /** Any other file of the run, held against the manifest. Issues: `run.notARun`, `run.damaged`. */
  readonly file: (path: string) => Promise<Result<Uint8Array>>;
  /** Paths of the files in the manifest. */
  readonly paths: readonly string[];
}

/** The records of a file with one record a line. The caller vouches for their shape by the digest. */
export function readLines<T>(bytes: Uint8Array): readonly T[] {
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

interface ManifestShape {
  readonly period: string;
  readonly asOf: string;
  readonly knownAt: string;
  readonly periodStart?: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

/**
 * Opens a run folder and checks the bytes it reads against the manifest, and the manifest against the seal. Issues:
 * `run.notARun`, `run.damaged`, and those of compiling its rules.
 */
export async function openRun(folder: string, name = folder): Promise<Result<OpenedRun>> {
  const bytesOf = async (path: string): Promise<Uint8Array | null> =>
    readFile(join(folder, path)).catch(() => null);
  const missing = (file: string): Issue => error('run.notARun', { folder: name, file });
  const damaged = (file: string): Issue => error('run.damaged', { file });
  const parse = (bytes: Uint8Array): unknown => {
    try {
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      return null;
    }
  };

  const [manifestBytes, sealBytes] = [await bytesOf('manifest.json'), await bytesOf('seal.json')];
  if (manifestBytes === null) return failure(missing('manifest.json'));
  if (sealBytes === null) return failure(missing('seal.json'));
  const seal = parse(sealBytes) as { readonly manifest?: string } | null;
  if (seal?.manifest !== digestBytes(manifestBytes)) return failure(damaged('manifest.json'));
  const manifest = parse(manifestBytes) as ManifestShape;
  const sealed = async (path: string): Promise<Uint8Array | Issue> => {
    const bytes = await bytesOf(path);
    if (bytes === null) return missing(path);
    const stated = manifest.files.find((file) => file.path === path)?.sha256;
    return stated === digestBytes(bytes) ? bytes : damaged(path);
  };
  const file = async (path: string): Promise<Result<Uint8Array>> => {
    const bytes = await sealed(path);
    return bytes instanceof Uint8Array ? success(bytes) : failure(bytes);
  };
  const rulesBytes = await file('rules/rules.json');
  if (!rulesBytes.ok) return rulesBytes;
  const recordBytes = await file('determinations.ndjson');
  if (!recordBytes.ok) return recordBytes;

  const rules = loadExpanded(parse(rulesBytes.value) as RuleDocument);
  if (!rules.ok) return rules;
  const { period, asOf, knownAt, periodStart } = manifest;
  const start = periodStart === undefined ? {} : { periodStart };
  const plan = compile(rules.value, { period, asOf, knownAt, ...start });
  if (!plan.ok) return plan;
  const determinations = new TextDecoder()
    .decode(recordBytes.value)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => readDeterminationLine(line, rules.value));
  const paths = manifest.files.map(({ path }) => path);
  return success({ plan: plan.value, determinations, file, paths });
}
