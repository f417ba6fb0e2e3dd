import * as z from 'zod';
import { error, type Issue } from '../../value/index.js';
import { nearest } from '../names.js';
import type { Path } from '../text/index.js';
import { ruleFileSchema } from './document.js';

type Problem = z.core.$ZodIssue;

/** A schema's finding with its path in the file; `atKey` points at the key rather than at its value. */
export interface SchemaIssue {
  readonly issue: Issue;
  readonly path: Path;
  readonly atKey: boolean;
}

function found(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return value !== null && typeof value === 'object' ? 'mapping' : value === undefined ? 'nothing' : 'scalar';
}

function needed(expected: string): string {
  if (expected === 'object' || expected === 'record') return 'mapping';
  return expected === 'array' ? 'list' : 'scalar';
}

function at(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | undefined)?.[step as string],
    root,
  );
}

/** How far a branch of a union is from what was written: its problems, each unknown or missing key being one. */
function distance(problems: readonly Problem[]): number {
  let sum = 0;
  for (const problem of problems) {
    if (problem.code === 'unrecognized_keys') sum += problem.keys.length;
    else if (problem.code === 'invalid_type' && problem.path.length === 0) sum += 100;
    else if (problem.code === 'invalid_union') sum += smallest(problem.errors.map(distance));
    else sum += problem.path.length > 0 && problem.code === 'invalid_value' ? 3 : 1;
  }
  return sum;
}

const smallest = (values: readonly number[]): number => values.reduce((a, b) => (b < a ? b : a), 100);

/** Turns the schema's problems into coded issues. In a union the branch nearest to what was written speaks. */
export function schemaIssues(
  root: unknown,
  problems: readonly Problem[],
  base: Path = [],
  keys: readonly string[] = [],
  schema: z.ZodType = ruleFileSchema(),
): SchemaIssue[] {
  const all = problems.flatMap((problem): SchemaIssue[] => {
    const path = [...base, ...(problem.path as Path)];
    const last = String(path[path.length - 1] ?? '');
    const one = (code: string, values: Issue['values'], where: Path = path, atKey = false): SchemaIssue[] => [
      { issue: error(code, values), path: where, atKey },
    ];
    switch (problem.code) {
      case 'unrecognized_keys': {
        const known = [...keysAt(schema, path, at(root, path), problem.keys), ...keys];
        return problem.keys.flatMap((key) => {
          const near = nearest(key, known);
          if (near !== null) return one('rules.unknownKey', { key, near }, [...path, key], true);
          const others = [...new Set(known)].sort();
          // Without a near one, all that can stand here, where they are few enough to read.
          if (others.length === 0 || others.length > 20)
            return one('rules.unknownKey', { key }, [...path, key], true);
          return one('rules.unknownKey', { key, known: others.join(', ') }, [...path, key], true);
        });
      }
      case 'invalid_type': {
        const value = at(root, path);
        if (value === undefined) return one('rules.missingKey', { key: last }, path.slice(0, -1), true);
        return one('rules.kind', { found: found(value), needed: needed(problem.expected) });
      }
      case 'invalid_value': {
        const value = at(root, path);
        const allowed = problem.values.map(String);
        if (value === undefined) return one('rules.missingKey', { key: last }, path.slice(0, -1), true);
        if (typeof value !== 'string') return one('rules.kind', { found: found(value), needed: 'scalar' });
        const near = nearest(value, allowed);
        const values = { option: value, options: allowed.join(', ') };
        return one('rules.notOneOf', near === null ? values : { ...values, near });
      }
      case 'invalid_union': {
        const branches = problem.errors as readonly (readonly Problem[])[];
        const best = branches.reduce((a, b) => (distance(b) < distance(a) ? b : a));
        const known = branches.flatMap((branch) => branch.flatMap((p) => missing(p)));
        return schemaIssues(root, best, path, known, schema);
      }
      case 'invalid_key':
        return one('rules.id', { found: last }, path, true);
      case 'too_small':
      case 'too_big':
        return one('rules.count', {
          found: last,
          least: String('minimum' in problem ? problem.minimum : ''),
          most: String('maximum' in problem ? problem.maximum : ''),
        });
      default: {
        const value = at(root, path);
        const code = problem.message.startsWith('rules.') ? problem.message : 'rules.yaml';
        return one(code, { found: typeof value === 'string' ? value.replace('\uE000', '') : found(value) });
      }
    }
  });
  // A misspelt key is also a missing one: said once.
  const meant = new Set(
    all.flatMap(({ issue, path }) =>
      issue.code === 'rules.unknownKey' && issue.values.near !== undefined
        ? [JSON.stringify([...path.slice(0, -1), issue.values.near])]
        : [],
    ),
  );
  return all.filter(
    ({ issue, path }) =>
      issue.code !== 'rules.missingKey' || !meant.has(JSON.stringify([...path, issue.values.key])),
  );
}

/** Keys that other branches of a union asked for: good guesses for what a misspelt one meant. */
function missing(problem: Problem): string[] {
  return problem.path.length > 0 ? [String(problem.path[problem.path.length - 1])] : [];
}

/** The schemas that can stand at a path: several where a union leaves it open. */
function schemasAt(schema: z.ZodType, path: Path): z.ZodType[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => schemasAt(one as z.ZodType, path));
  if (schema instanceof z.ZodOptional) return schemasAt(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodLazy) return schemasAt(schema.unwrap() as z.ZodType, path);
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  if (schema instanceof z.ZodObject) {
    const member = (schema.shape as Readonly<Record<string, z.ZodType>>)[String(step)];
    return member === undefined ? [] : schemasAt(member, rest);
  }
  if (schema instanceof z.ZodRecord) return schemasAt(schema.valueType as z.ZodType, rest);
  return schema instanceof z.ZodArray ? schemasAt(schema.element as z.ZodType, rest) : [];
}

/** Every key that a mapping at a path can have, by the schemas that know its other keys. */
function keysAt(schema: z.ZodType, path: Path, written: unknown, unknown: readonly string[]): string[] {
  const others = Object.keys((written ?? {}) as object).filter((key) => !unknown.includes(key));
  return schemasAt(schema, path).flatMap((one) => {
    const keys = one instanceof z.ZodObject ? Object.keys(one.shape) : [];
    return others.every((key) => keys.includes(key)) ? keys : [];
  });
}
