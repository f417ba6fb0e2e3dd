import {
  type CivilDate,
  divide,
  type Exact,
  error,
  exact,
  type Issue,
  parseCivilDate,
  parseExact,
} from '../../value/index.js';
import { withNear } from '../names.js';
import type { Path } from '../text/index.js';

/** A finding of linking, with its path in the long form of the file and, in a formula, the character. */
export interface LinkIssue {
  readonly issue: Issue;
  readonly path: Path;
  readonly at?: number;
}

type Values = Readonly<Record<string, string | number>>;

/** What is wrong with a file, collected while it is linked: one mistake does not hide another. */
export class Findings {
  readonly issues: LinkIssue[] = [];

  refuse(code: string, path: Path, values: Values = {}): null {
    this.issues.push({ issue: error(code, values), path });
    return null;
  }

  /** Refuses a name that is not known, with the known one that was most likely meant. `key` names it in the issue. */
  unknown(
    code: string,
    path: Path,
    key: string,
    name: string,
    known: readonly string[],
    more: Values = {},
  ): null {
    return this.refuse(code, path, withNear({ [key]: name, ...more }, name, known));
  }

  /** A constant as canonical text: a plain decimal or a fraction. Issue: `rules.number`. */
  constant(text: string, path: Path): Exact {
    const [above = '', below = '1'] = text.split('/');
    const [value, divisor] = [parseExact(above), parseExact(below)];
    if (value !== null && divisor !== null && divisor.n !== 0n) return divide(value, divisor);
    // The schema lets no such text through, but a canonical document may come from anywhere: refused, never taken for 0.
    this.refuse('rules.number', path, { found: text });
    return exact(0n);
  }

  /** A whole number small enough to count with. Issue: `rules.number`. */
  whole(text: string, path: Path): number | null {
    return /^-?(?:0|[1-9][0-9]{0,8})$/.test(text) && text !== '-0'
      ? Number(text)
      : this.refuse('rules.number', path, { found: text });
  }

  /** Issue: `rules.date`. */
  date(text: string, path: Path): CivilDate | null {
    return parseCivilDate(text) ?? this.refuse('rules.date', path, { found: text });
  }
}
