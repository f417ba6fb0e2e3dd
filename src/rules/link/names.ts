import type { RuleDocument } from '../document.js';
import { RESERVED } from '../formula/index.js';
import { LIMITS } from '../limits.js';
import { own } from '../own.js';
import type { Path } from '../text/index.js';
import type { Linker } from './linker.js';
import { notesOf } from './notes.js';
import { TIER } from './tier-choice.js';

/** Blocks whose ids share one namespace, in the order in which a second use of a name is blamed. */
const BLOCKS = ['facts', 'figures', 'categories', 'tables', 'parameters', 'schedules'] as const;

/**
 * Facts, parameters, tables, schedules, figures and categories share one namespace; attributes of people shadow none
 * of them; reserved words name nothing; sources are listed. Issues: `rules.reserved`, `rules.shadow`, `rules.limit`,
 * `rules.unknownSource`.
 */
export function checkNames(linker: Linker, document: RuleDocument): void {
  const seen = new Map<string, string>();
  const notReserved = (name: string, path: Path): void => {
    if (RESERVED.has(name)) linker.refuse('rules.reserved', path, { name });
  };
  for (const block of BLOCKS) {
    for (const id of Object.keys(document[block])) {
      notReserved(id, [block, id]);
      const other = seen.get(id);
      if (other !== undefined) linker.refuse('rules.shadow', [block, id], { name: id, other });
      seen.set(id, block);
    }
  }
  for (const [people, fact] of Object.entries(document.facts)) {
    for (const name of Object.keys(fact.of ?? {})) {
      const path: Path = ['facts', people, 'of', name];
      notReserved(name, path);
      const other = seen.get(name);
      if (other !== undefined) linker.refuse('rules.shadow', path, { name, other });
    }
  }
  const count = Object.keys(document.facts).length + Object.keys(document.figures).length;
  if (count > LIMITS.factsAndFigures)
    linker.refuse('rules.limit', ['facts'], { what: 'factsAndFigures', most: LIMITS.factsAndFigures });
  for (const { path, source } of notesOf(document)) {
    if (Object.hasOwn(document.sources, source)) continue;
    linker.unknown('rules.unknownSource', path, 'source', source, Object.keys(document.sources));
  }
}

/**
 * Options are distinct, and none is a word of the grammar or the name of a value. Issues: `rules.reserved`,
 * `rules.ambiguousOption`, `rules.duplicateOption`; `rules.shadow` where two inline choices have one name.
 */
export function checkChoices(linker: Linker, document: RuleDocument): void {
  for (const [id, choice] of Object.entries(document.choices)) {
    const path: Path = ['choices', id];
    if (id === TIER) linker.refuse('rules.reserved', path, { name: id });
    const ofList = isOfList(document, id);
    const seen = new Set<string>();
    for (const [i, option] of choice.of.entries()) {
      const at: Path = [...path, 'of', i];
      // A row knows no names but the attributes of its list.
      if (RESERVED.has(option)) linker.refuse('rules.reserved', at, { name: option });
      else if (!ofList && linker.isValue(option))
        linker.refuse('rules.ambiguousOption', at, { option, choice: id });
      if (seen.has(option)) linker.refuse('rules.duplicateOption', at, { option, choice: id });
      seen.add(option);
    }
  }
  for (const [list, { attributes }] of Object.entries(document.lists)) {
    for (const [name, { choice }] of Object.entries(attributes)) {
      const path: Path = ['lists', list, 'attributes', name];
      if (RESERVED.has(name)) linker.refuse('rules.reserved', path, { name });
      if (choice === undefined || !linker.knownChoice(choice, [...path, 'of'])) continue;
      const option = linker.options(choice).find((one) => Object.hasOwn(attributes, one));
      if (option !== undefined) linker.refuse('rules.ambiguousOption', path, { option, choice });
      if (choice === `${list}.${name}` && own(document.facts, list)?.of?.[name]?.choice === choice)
        linker.refuse('rules.shadow', path, { name: choice, other: 'facts' });
    }
  }
}

/** Whether a choice is written on an attribute of a department list. */
function isOfList(document: RuleDocument, id: string): boolean {
  const [list = '', attribute = ''] = id.split('.');
  return own(document.lists, list)?.attributes[attribute]?.choice === id && id !== list;
}

/** An edition that ends before it begins is in force on no day. Issues: `rules.date`, `rules.untilBeforeFrom`. */
export function checkEffective(linker: Linker, document: RuleDocument): void {
  const { from, until } = document.effective;
  linker.date(from, ['effective', 'from']);
  if (until === undefined || linker.date(until, ['effective', 'until']) === null) return;
  // Both are YYYY-MM-DD, so that their text is in the order of the days.
  if (until < from) linker.refuse('rules.untilBeforeFrom', ['effective', 'until'], { from, until });
}
