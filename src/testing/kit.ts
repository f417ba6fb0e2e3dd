import * as fc from 'fast-check';
import type { Language, Said } from '../explain/index.js';
import type { Context } from '../plan/index.js';
import type { Student } from '../roster/index.js';
import type { RuleSet } from '../rules/index.js';
import { drafts, listRows } from './arbitraries.js';
import { studentOf } from './draft.js';
import { type Ground, groundOf } from './ground.js';
import { CATALOGUE } from './properties/index.js';
import type { Property, Trial } from './property.js';
import { breachInWords } from './words.js';

/** How hard to try. The same seed tries the same students. */
export interface Trying {
  /** Students for each property. Default 300. */
  readonly students?: number;
  /** Default 1. */
  readonly seed?: number;
}

/** A property that does not hold of a rule set: the smallest student found, and in words why. */
export interface Broken {
  readonly id: string;
  readonly title: Said;
  readonly student: Student;
  /** The same student changed, where the property is about two. */
  readonly changed?: Student;
  /** For a teacher to read. */
  readonly words: Said;
}

export interface KitProperty {
  /** Its number in the catalogue. */
  readonly id: string;
  readonly title: Said;
  /** Tries it; `null` where it held of every student tried. */
  check(trying?: Trying): Broken | null;
}

/** What a rule author gets for one rule set at one moment. */
export interface Kit {
  /** Students of whom everything is known, most of them where something turns. */
  students(): fc.Arbitrary<Student>;
  /** Rows of a department list, by attribute; `undefined`: the row does not say. */
  listRows(list: string): fc.Arbitrary<Readonly<Record<string, string | undefined>>>;
  /** The properties that say something about this rule set. */
  readonly properties: readonly KitProperty[];
  /** Properties of the catalogue that say nothing about it. */
  readonly notApplicable: readonly Pick<KitProperty, 'id' | 'title'>[];
  /** Tries all of them; the broken ones. */
  check(trying?: Trying): readonly Broken[];
  /** Throws where one is broken, with the students in words. */
  assert(trying?: Trying & { readonly lang?: Language }): void;
}

/**
 * The “no one missed” kit for one rule set: arbitraries of students and list rows, and the catalogue of properties as far
 * as it speaks of this rule set, ready to be run. What holds was tried and not proved; `check` proves. Throws where the
 * rule set is not in force at that moment.
 */
export function noOneMissed(rules: RuleSet, context: Context): Kit {
  const ground = groundOf(rules, context);
  const properties: KitProperty[] = [];
  const notApplicable: Pick<KitProperty, 'id' | 'title'>[] = [];
  for (const property of CATALOGUE) {
    const { id, title } = property;
    const change = property.change(ground);
    if (change === null) notApplicable.push({ id, title });
    else properties.push({ id, title, check: (trying) => tried(ground, property, change, trying) });
  }
  const check = (trying?: Trying): readonly Broken[] =>
    properties.flatMap((property) => property.check(trying) ?? []);
  return {
    students: () => drafts(ground).map((draft) => studentOf(ground, draft)),
    listRows: (list) => listRows(ground, list),
    properties,
    notApplicable,
    check,
    assert: ({ lang = 'en', ...trying } = {}) => {
      const broken = check(trying);
      if (broken.length > 0) throw new Error(broken.map(({ words }) => words[lang]).join('\n\n'));
    },
  };
}

function tried(
  ground: Ground,
  property: Property,
  change: fc.Arbitrary<unknown>,
  { students = 300, seed = 1 }: Trying = {},
): Broken | null {
  const trials: fc.Arbitrary<Trial> = fc.record({ draft: drafts(ground), change });
  const holds = fc.property(trials, (trial) => property.breach(ground, trial) === null);
  const { counterexample } = fc.check(holds, { numRuns: students, seed });
  const [trial] = counterexample ?? [];
  const breach = trial === undefined ? null : property.breach(ground, trial);
  if (trial === undefined || breach === null) return null;
  const inWords = (lang: Language): string => breachInWords(ground, property, trial, breach, lang);
  return {
    id: property.id,
    title: property.title,
    student: breach.student,
    ...(breach.changed === undefined ? {} : { changed: breach.changed }),
    words: { zh: inWords('zh'), en: inWords('en') },
  };
}
