import type { RuleSet } from '../rules/index.js';
import type { Place } from '../value/index.js';

/** Something of a rule set, as a path of its canonical document. */
export type Path = ReadonlyArray<string | number>;

/** The part of the score that others call by its dotted ids; empty: the score itself. */
export const partPath = (dotted: string): Path => [
  'score',
  ...(dotted === '' ? [] : dotted.split('.').flatMap((id) => ['value', 'parts', id])),
];

/** What stands at a path; `undefined` where nothing does. */
export function written({ document }: RuleSet, path: Path): unknown {
  return path.reduce<unknown>(
    (here, step) =>
      typeof here === 'object' && here !== null && Object.hasOwn(here, step)
        ? (here as Readonly<Record<string, unknown>>)[step]
        : undefined,
    document,
  );
}

/** Where a construct of options says what one of them is worth: at the option, or for all others. */
export const optionsBase = (rules: RuleSet, construct: Path, option: string): Path => {
  const own = [...construct, 'options', option];
  return written(rules, own) === undefined ? [...construct, 'otherwise'] : own;
};

/** Where that stands in the file, with line and column where a file was read; else as the path alone. */
export const placeIn = ({ placeOf }: RuleSet, path: Path): Place =>
  placeOf === undefined ? dotted(path) : placeOf(path);

export const dotted = (path: Path): Place => (path.length === 0 ? {} : { path: path.join('.') });

/** What says when a tier is reached. */
export function tierPath({ document }: RuleSet, tier: string): Path {
  const at = document.tiers.findIndex(({ id }) => id === tier);
  const one = document.tiers[at];
  if (one === undefined) return ['tiers'];
  const line = one.from !== undefined ? ['from'] : one.when !== undefined ? ['when'] : [];
  return ['tiers', at, ...line];
}

/** Where a finding stands in the file that a rule set was read from; of one that was read from no file its path. */
export const placeOfFinding = (rules: RuleSet, { path }: { readonly path: Path }): Place =>
  placeIn(rules, path);
