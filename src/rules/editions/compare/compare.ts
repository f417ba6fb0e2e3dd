import { canonicalJson, type Json } from '../../../value/index.js';
import type { RuleDocument } from '../../document.js';
import type { SourceNote, Words } from '../../words.js';
import { type BlockOf, blocksOf } from './block.js';
import { BLOCKS, type Change } from './change.js';
import type { Item } from './item.js';
import { itemOf } from './items.js';
import { rowChanges } from './row.js';

/**
 * What two editions do not say alike, on their canonical documents: the weightiest first, then in the order of paths.
 * Nothing is listed exactly where the documents are equal. Entries of lists are held against each other by id, bands by
 * cut, cases by condition, layers by date, rows of tables by key. Section 11 of the rule language.
 */
export function compareEditions(a: RuleDocument, b: RuleDocument): readonly Change[] {
  const changes: Change[] = [];
  const blockOf = blocksOf(a, b);
  walk(
    { before: itemOf(a as unknown as Json), after: itemOf(b as unknown as Json) },
    { steps: [], titles: [], words: false },
    (change) => changes.push(change),
    blockOf,
  );
  return changes
    .map((change, i) => ({ change, i }))
    .sort((x, y) => BLOCKS.indexOf(x.change.block) - BLOCKS.indexOf(y.change.block) || x.i - y.i)
    .map(({ change }) => change);
}

interface Pair {
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}

interface Along {
  readonly steps: readonly string[];
  readonly titles: readonly Words[];
  readonly words: boolean;
  readonly sourceBefore?: SourceNote;
  readonly sourceAfter?: SourceNote;
}

/** Conditions of cases stand in brackets. */
const pathOf = (steps: readonly string[]): string => steps.join('.').replaceAll('.[', '[');
const textOf = (item: Item): string => item.text ?? canonicalJson(item.json);
const formText = (item: Item): string =>
  item.text ?? (item.form === undefined ? textOf(item) : canonicalJson(item.form.json));
const kindOf = (before: string | undefined, after: string | undefined): Change['kind'] =>
  before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';

function walk(
  { before, after }: Pair,
  from: Along,
  record: (change: Change) => void,
  blockOf: BlockOf,
): void {
  const along = into(from, before, after);
  const tell = (
    kind: Change['kind'],
    was: string | undefined,
    is: string | undefined,
    step?: string,
  ): void => {
    const steps = step === undefined || step === '' ? along.steps : [...along.steps, step];
    const { titles, words, sourceBefore, sourceAfter } = along;
    record({
      block: words ? 'words' : blockOf(steps, (after ?? before)?.json ?? null),
      path: pathOf(steps),
      titles,
      kind,
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
      ...(sourceBefore === undefined ? {} : { sourceBefore }),
      ...(sourceAfter === undefined ? {} : { sourceAfter }),
    });
  };
  if (before === undefined || after === undefined) {
    if (after !== undefined) tell('added', undefined, textOf(after));
    if (before !== undefined) tell('removed', textOf(before), undefined);
    return;
  }
  const otherForm = before.form?.kind !== after.form?.kind;
  if (otherForm) tell('changed', formText(before), formText(after));
  else if (before.text !== after.text)
    tell(kindOf(before.text, after.text), before.text, after.text, pointsOf(along, after));
  if (before.order !== undefined && after.order !== undefined) {
    const common = (one: readonly string[], other: readonly string[]): string =>
      one.filter((id) => other.includes(id)).join(', ');
    const [was, is] = [common(before.order, after.order), common(after.order, before.order)];
    if (was !== is) tell('reordered', was, is);
  }
  if (!otherForm && before.row !== undefined && after.row !== undefined)
    for (const { kind, at, before: was, after: is } of rowChanges(before.row, after.row))
      tell(kind, was, is, before.row.of === 'conditions' && at !== '' ? `[${at}]` : at);
  const skip = new Set(otherForm ? [...(before.form?.members ?? []), ...(after.form?.members ?? [])] : []);
  const moved = movedDates(before, after);
  for (const { was, is } of moved) {
    tell('moved', was.slice(DATED.length), is.slice(DATED.length), was);
    skip.add(was).add(is);
  }
  for (const name of namesOf(before, after)) {
    if (skip.has(name)) continue;
    const pair = { before: before.members.get(name), after: after.members.get(name) };
    walk(pair, { ...along, steps: [...along.steps, name] }, record, blockOf);
  }
}

/** One step further: what stands there has its own title and source, else those of what holds it. */
function into(from: Along, before: Item | undefined, after: Item | undefined): Along {
  const title = from.steps.length === 0 ? undefined : (after?.title ?? before?.title);
  const { sourceBefore = from.sourceBefore, sourceAfter = from.sourceAfter } = {
    ...(before?.source === undefined ? {} : { sourceBefore: before.source }),
    ...(after?.source === undefined ? {} : { sourceAfter: after.source }),
  };
  return {
    steps: from.steps,
    titles: title === undefined ? from.titles : [...from.titles, title],
    words: from.words || (after ?? before)?.words === true,
    ...(sourceBefore === undefined ? {} : { sourceBefore }),
    ...(sourceAfter === undefined ? {} : { sourceAfter }),
  };
}

/** A part that is a formula is written under `points`. */
const pointsOf = ({ steps }: Along, { form }: Item): string =>
  steps[0] === 'score' && form?.kind === 'formula' ? 'points' : '';

/** Members in the order of the later edition, those that are gone behind them. */
const namesOf = (before: Item, after: Item): readonly string[] => [
  ...after.members.keys(),
  ...[...before.members.keys()].filter((name) => !after.members.has(name)),
];

const DATED = 'dated.';

/** Layers that hold the same from another day on. */
function movedDates(before: Item, after: Item): readonly { readonly was: string; readonly is: string }[] {
  const only = (one: Item, other: Item): readonly (readonly [string, string])[] =>
    [...one.members]
      .filter(([name]) => name.startsWith(DATED) && !other.members.has(name))
      .map(([name, { json }]) => [name, canonicalJson(json)]);
  const come = new Map(only(after, before));
  return only(before, after).flatMap(([was, json]) => {
    const is = [...come].find(([, text]) => text === json)?.[0];
    if (is === undefined) return [];
    come.delete(is);
    return [{ was, is }];
  });
}
