import type { Dice } from './dice.js';
import { type Draft, type DraftFile, plain } from './draft.js';
import { choiceFact, codeFact, dateFact, flagFact, type Made, numberFact } from './fact-kinds.js';
import { type ChoiceName, type Names, NO_NAMES, type Values } from './names.js';

type Mutable = { -readonly [K in keyof Values]: Values[K][number][] };
const nothing = (): Mutable => ({ numbers: [], flags: [], choices: [], dates: [], codes: [] });

/** A list of up to three people, of each of whom a little may be known. */
export function draftPeople(
  dice: Dice,
  id: string,
  shared: readonly ChoiceName[],
): { readonly draft: DraftFile; readonly names: Names } {
  const of: Record<string, Draft> = {};
  const members = nothing();
  const maybe = nothing();
  const add = <K extends keyof Values>(kind: K, name: string, made: Made<Values[K][number]>): void => {
    const none = dice.weighted([
      [7, 'no'],
      [1, 'allowed'],
      [1, 'value'],
    ] as const);
    of[name] = {
      ...made.draft,
      ...(none === 'no' ? {} : { none: none === 'allowed' ? 'allowed' : made.known() }),
    };
    ((none === 'allowed' ? maybe : members)[kind] as Values[K][number][]).push(made.named);
  };
  const makers: readonly (readonly [number, (name: string) => void])[] = [
    [5, (name) => add('flags', name, flagFact(dice, name))],
    [3, (name) => add('numbers', name, numberFact(dice, name, 'tiny'))],
    [2, (name) => add('choices', name, choiceFact(dice, name, shared, `${id}.${name}`))],
    [4, (name) => add('dates', name, dateFact(dice, name, 'tiny'))],
    [1, (name) => add('codes', name, codeFact(dice, name))],
  ];
  const count = dice.weighted([
    [6, 1],
    [3, 2],
    [1, 3],
  ]);
  for (let i = 0; i < count; i += 1) dice.weighted(makers)(`m${i}`);
  const least = dice.weighted([
    [4, 0],
    [2, 1],
    [1, 2],
  ]);
  const most = dice.pick(least === 2 ? [2, 3] : [1, 1, 2, 3]);
  return {
    draft: {
      type: 'people',
      size: [plain(least), plain(most)],
      of,
      worse: dice.pick(['more', 'fewer', 'none']),
      ...(dice.chance(15) ? { unknown: 'block' } : {}),
    },
    names: { ...NO_NAMES, people: [{ name: id, most, members, maybe }] },
  };
}
