import type { RuleDocument } from './document.js';
import { canonicalNumber } from './expand/index.js';
import { own } from './own.js';
import { canonicalSpan } from './span.js';
import type { Path } from './text/index.js';

type Step = string | number;
type Members = Readonly<Record<string, unknown>>;
const isMapping = (value: unknown): value is Members =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Steps of the long form that a file writes under another name. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  is: ['points'],
  of: ['by', 'several', 'recent'],
  cases: ['first', 'best_of', 'sum_of', 'least_of', 'best', 'sum', 'least', 'of'],
  take: ['categories'],
  range: ['discretion'],
  choice: ['of'],
  value: ['is'],
  cut: ['below', 'up_to', 'from'],
  span: ['below', 'up_to'],
};

/** A place that is being walked to, in the file and beside it in the long form as far as that goes. */
interface Here {
  readonly found: Path;
  readonly written: unknown;
  readonly long: unknown;
}

/** The place in the file as it was written for a path in its long form. */
export function locate(root: unknown, document: RuleDocument, path: Path): Path {
  let here: Here = { found: [], written: root, long: document };
  let before = here;
  let rest = asWritten(root, path);
  const lowest = lowestKey(document, path);
  while (rest.length > 0) {
    const [step, next] = rest as readonly [Step, Step | undefined];
    const long = longStep(here.long, step);
    if (step === 'layers' && typeof next === 'number') {
      // Layers stand under their dates; a value that holds always stands in the block itself.
      const layer = isList(long) ? long[next] : undefined;
      const from = isMapping(layer) ? layer.from : undefined;
      before = here;
      here = { ...(typeof from === 'string' ? into(into(here, 'dated'), from) : here), long: layer };
      rest = rest.slice(2);
      continue;
    }
    if (step === 'bands' && typeof next === 'number' && member(here.written, 'bands') === undefined)
      return underCut(here, isList(long) ? long : [], next);
    const names = isMapping(here.written) ? [step, ...(ALSO[step] ?? [])] : [step];
    const name = names.map((one) => written(here.written, one, lowest)).find((one) => one !== null);
    if (name !== undefined) {
      before = here;
      here = { ...into(here, name), long };
    } else if (step === 'otherwise' && isList(member(here.written, 'first'))) {
      return lastOtherwise(here);
    } else if (step === 'of' && isMapping(before.written) && before.written.of !== undefined) {
      // What all layers look at is said once, beside them.
      return [...before.found, 'of'];
    } else here = { ...here, long };
    rest = rest.slice(1);
  }
  return here.found;
}

const member = (value: unknown, key: string): unknown => (isMapping(value) ? own(value, key) : undefined);

function into(here: Here, step: Step): Here {
  const value = isList(here.written) ? here.written[Number(step)] : member(here.written, String(step));
  return { found: [...here.found, step], written: value, long: undefined };
}

/** One step down the long form, where a value may be left out of the path. */
function longStep(long: unknown, step: Step): unknown {
  if (isList(long)) return long[Number(step)];
  return member(long, String(step)) ?? member(member(long, 'value'), String(step));
}

/** Blocks that the file has at another place. */
function asWritten(root: unknown, path: Path): Path {
  const [block, id, ...more] = path;
  if (block === 'routes') return ['score', ...path];
  if (block === 'tier_of') return ['tiers', 'of'];
  if (block === 'tiers' && id !== undefined && !isList(member(root, 'tiers')))
    return ['tiers', 'list', id, ...more];
  if (block !== 'choices' || id === undefined || member(member(root, 'choices'), String(id)) !== undefined)
    return path;
  // A choice written where it is used is named as its fact, or as what its attribute belongs to.
  const [owner = '', attribute] = String(id).split('.');
  if (attribute === undefined) return ['facts', owner, ...more];
  const ofPeople = member(member(member(root, 'facts'), owner), 'of') !== undefined;
  return ofPeople
    ? ['facts', owner, 'of', attribute, ...more]
    : ['lists', owner, 'attributes', attribute, ...more];
}

/** With a table: the key that the first place of a list in order stands for. */
function lowestKey(document: RuleDocument, path: Path): number | null {
  const last = path[0] === 'tables' ? own(document.tables, String(path[1]))?.keys.at(-1) : undefined;
  return last?.type === 'whole' ? Number(last.low) : null;
}

/** Whether a key of the file is a number or a span of the long form, written in another way. */
const isWritten = (key: string, long: unknown): boolean =>
  canonicalNumber(key) === long || canonicalSpan(key) === long;

/** How the file writes a step of the long form, or `null` where it is not there. */
function written(value: unknown, step: Step, lowest: number | null): Step | null {
  if (isMapping(value)) {
    if (own(value, String(step)) !== undefined) return step;
    return (
      Object.keys(value).find((key) => canonicalNumber(key) === step || canonicalSpan(key) === step) ?? null
    );
  }
  if (!isList(value)) return null;
  // A set: what it holds stands there as itself; what it holds twice is wrong the second time.
  const item = lowest === null ? value.lastIndexOf(step) : -1;
  if (item >= 0) return item;
  const named = value.findIndex((one) => isMapping(one) && own(one, String(step)) !== undefined);
  const place = typeof step === 'number' ? step : lowest === null ? named : Number(step) - lowest;
  return value[place] === undefined ? (named < 0 ? null : named) : place;
}

/** Bands written as a mapping stand under their cuts; of one that is written twice, the later band under the later. */
function underCut(here: Here, bands: readonly unknown[], index: number): Path {
  const edge = ['below', 'up_to', 'from'].find((key) => member(here.written, key) !== undefined);
  if (edge === undefined) return here.found;
  const under = into(here, edge);
  const cutOf = (band: unknown): unknown => member(band, 'cut') ?? member(band, 'span');
  const cut = cutOf(bands[index]);
  const same = Object.keys(under.written as Members).filter((key) => isWritten(key, cut));
  const key = same[bands.slice(0, index).filter((band) => cutOf(band) === cut).length];
  return key === undefined ? under.found : [...under.found, key];
}

/** `otherwise` of `first` stands in its list. */
function lastOtherwise(here: Here): Path {
  const list = into(here, 'first');
  const at = (list.written as readonly unknown[]).findIndex((one) => member(one, 'otherwise') !== undefined);
  return at < 0 ? list.found : [...list.found, at, 'otherwise'];
}
