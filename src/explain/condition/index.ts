import type { Expression } from '../../rules/index.js';
import type { Titles } from '../names.js';
import type { Choices } from './choices.js';
import { holds, type Known } from './known.js';
import { FormulaWords } from './words.js';

export { choicesOf } from './choices.js';
export type { Known } from './known.js';

/** Formulas of the rule file in words, with the titles of what they read, and which of their demands are not met. */
export class Conditions {
  private readonly words: FormulaWords;
  private readonly choices: Choices;

  constructor(titles: Titles, choices: Choices) {
    this.words = new FormulaWords(titles, choices);
    this.choices = choices;
  }

  /** A condition as a sentence without its full stop. */
  condition(e: Expression): string {
    return this.words.condition(e);
  }

  /** What a formula gives, as it stands inside a sentence. */
  value(e: Expression): string {
    return this.words.value(e);
  }

  /**
   * The demands of a condition that are surely not met, in words; the whole condition where none can be singled out.
   * Only for people to read: what was decided was decided elsewhere.
   */
  unmet(e: Expression, known: Known): readonly string[] {
    const demands = e.kind === 'and' ? e.of : [e];
    const failing = demands.filter((demand) => this.holds(demand, known) === false);
    return (failing.length > 0 ? failing : [e]).map((demand) => this.condition(demand));
  }

  /** Whether a plain condition holds; `undefined` where it is not plain, or what it reads is not known. */
  holds(e: Expression, known: Known): boolean | undefined {
    return holds(e, known, this.choices);
  }
}
