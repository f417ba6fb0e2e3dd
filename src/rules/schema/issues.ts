import * as z from 'zod';
import { error, type Issue } from '../../value/index.js';
import { nearest } from '../names.js';
import { type Path, unquoted } from '../text/index.js';
import { ruleFileSchema } from './document.js';

type Problem = z.core.$ZodIssue;

/** More findings than this nobody reads, and a table of thousands of broken cells would take minutes to name them all. */
export const MOST_FINDINGS = 100;

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

/**
 * How far a branch of a union is from what was written. The keys tell which branch was meant, so that each unknown or
 * missing key weighs more than all that is wrong inside the members.
 */
function distance(problems: readonly Problem[], written: unknown): number {
  const strange: string[] = [];
  const missing: string[] = [];
  let shape = 0;
  let inner = 0;
  let nested = 0;
  for (const problem of problems) {
    const [step] = problem.path;
    const own = problem.path.length <= 1;
    if (problem.code === 'unrecognized_keys' && step === undefined) strange.push(...problem.keys);
    else if (step === undefined && problem.code === 'invalid_type') shape += 10;
    else if (step === undefined && problem.code === 'invalid_value' && typeof written !== 'string')
      shape += 10;
    else if (own && step !== undefined && at(written, [step as string]) === undefined)
      missing.push(String(step));
    else if (problem.code === 'invalid_union' && problem.errors.length > 0) {
      const value = at(written, problem.path as Path);
      const least = problem.errors.map((branch) => distance(branch, value)).reduce((a, b) => (b < a ? b : a));
      // A union in a union is about the same mapping; any other stands inside it.
      if (step === undefined) nested += least;
      else inner += least;
    } else inner += problem.code === 'invalid_value' ? 3 : 1;
  }
  // A misspelt key is also a missing one.
  const misspelt = strange.filter((key) => nearest(key, missing) !== null).length;
  shape += strange.length + missing.length - misspelt;
  return nested + shape * INNER_MOST + (inner < INNER_MOST ? inner : INNER_MOST - 1);
}

const INNER_MOST = 10_000;

/** Turns the schema's problems into coded issues. In a union the branch nearest to what was written speaks. */
export function schemaIssues(
  root: unknown,
  problems: readonly Problem[],
  base: Path = [],
  keys: readonly string[] = [],
  schema: z.ZodType = ruleFileSchema(),
): SchemaIssue[] {
  const otherKind = new Set(
    problems.filter(({ code }) => code === 'invalid_type').map((problem) => JSON.stringify(problem.path)),
  );
  const all = problems.slice(0, MOST_FINDINGS + 1).flatMap((problem): SchemaIssue[] => {
    const path = [...base, ...(problem.path as Path)];
    const last = String(path[path.length - 1] ?? '');
    const one = (code: string, values: Issue['values'], where: Path = path, atKey = false): SchemaIssue[] => [
      { issue: error(code, values), path: where, atKey },
    ];
    switch (problem.code) {
      case 'unrecognized_keys': {
        const known = [...keysAt(schema, path, at(root, path), problem.keys), ...keys].filter(
          (key) => !problem.keys.includes(key),
        );
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
        if (value === undefined) return one('rules.missingKey', { key: last }, path.slice(0, -1), true);
        return [{ issue: notOneOf(value, problem.values.map(String)), path, atKey: false }];
      }
      case 'invalid_union': {
        const branches = problem.errors as readonly (readonly Problem[])[];
        const value = at(root, path);
        if ('options' in problem && branches.length === 0) {
          // A member that tells the branches apart, such as `type`, is missing or none of them.
          const options = problem.options.map(String);
          return value === undefined
            ? without(root, path)
            : [{ issue: notOneOf(value, options), path, atKey: false }];
        }
        const words = branches.flatMap((branch) => branch.flatMap(wordsOf));
        if (typeof value === 'string' && nearest(value, words) !== null)
          return [{ issue: notOneOf(value, words), path, atKey: false }];
        const best = branches.reduce((a, b) => (distance(b, value) < distance(a, value) ? b : a));
        const known = branches.flatMap((branch) => branch.flatMap((p) => missing(p)));
        return schemaIssues(root, best, path, known, schema);
      }
      case 'invalid_key': {
        const message = problem.issues
          .map((issue) => issue.message)
          .find((text) => text.startsWith('rules.'));
        return one(message ?? 'rules.id', { found: last }, path, true);
      }
      case 'too_small':
      case 'too_big':
        // What is no list is refused as that; its letters are not counted.
        if (otherKind.has(JSON.stringify(problem.path))) return [];
        return one('rules.count', {
          found: last,
          least: String('minimum' in problem ? problem.minimum : ''),
          most: String('maximum' in problem ? problem.maximum : ''),
          ...inThousands(at(root, path)),
        });
      default: {
        const value = at(root, path);
        const code = problem.message.startsWith('rules.') ? problem.message : 'rules.yaml';
        const params = (problem as { readonly params?: Issue['values'] }).params;
        const text = typeof value === 'string' ? unquoted(value) : found(value);
        return one(code, code === 'rules.count' ? { found: last, ...params } : { found: text });
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

function notOneOf(value: unknown, allowed: readonly string[]): Issue {
  if (typeof value !== 'string') return error('rules.kind', { found: found(value), needed: 'scalar' });
  const near = nearest(value, allowed);
  const values = { option: unquoted(value), options: allowed.join(', ') };
  return error('rules.notOneOf', near === null ? values : { ...values, near });
}

/** A number with commas for thousands, which YAML takes for items of a list: how it has to be written. */
function inThousands(items: unknown): { readonly whole?: string } {
  if (!Array.isArray(items)) return {};
  const isGroup = (item: unknown): boolean => typeof item === 'string' && /^[0-9]{3}$/.test(item);
  const at = items.findIndex((item, i) => isGroup(items[i + 1]) && /^-?[1-9][0-9]{0,2}$/.test(String(item)));
  return at < 0 ? {} : { whole: `${String(items[at])}_${String(items[at + 1])}` };
}

/** Words that a branch for a scalar would have taken. */
const wordsOf = (problem: Problem): readonly string[] =>
  problem.code === 'invalid_value' && problem.path.length === 0 ? problem.values.map(String) : [];

/** The member at `path` is missing; a key that looks like it is a misspelt one. */
function without(root: unknown, path: Path): SchemaIssue[] {
  const key = String(path[path.length - 1]);
  const mapping = path.slice(0, -1);
  const meant = Object.keys((at(root, mapping) ?? {}) as object).find((one) => nearest(one, [key]) !== null);
  return meant === undefined
    ? [{ issue: error('rules.missingKey', { key }), path: mapping, atKey: true }]
    : [
        {
          issue: error('rules.unknownKey', { key: meant, near: key }),
          path: [...mapping, meant],
          atKey: true,
        },
      ];
}

/** Keys that other branches of a union asked for: good guesses for what a misspelt one meant. */
function missing(problem: Problem): string[] {
  const last = problem.path.at(-1);
  return typeof last === 'string' ? [last] : [];
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
