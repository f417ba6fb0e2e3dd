import type { Determination } from '../determine/index.js';
import type { RuleSet } from '../rules/index.js';
import { Conditions, choicesOf } from './condition/index.js';
import { type Language, say } from './language.js';
import { Titles } from './names.js';

/** One heading and its lines, as plain data. */
export interface TextPart {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Everything a part of the explanation may look at. */
export interface About {
  readonly lang: Language;
  readonly rules: RuleSet;
  readonly determination: Determination;
  readonly titles: Titles;
  readonly conditions: Conditions;
  /** The one of two texts in the language of the reader. */
  readonly say: (zh: string, en: string) => string;
}

export function aboutOf(rules: RuleSet, determination: Determination, lang: Language): About {
  const titles = new Titles(rules, lang);
  const conditions = new Conditions(titles, choicesOf(rules));
  return { lang, rules, determination, titles, conditions, say: (zh, en) => say(lang, zh, en) };
}
