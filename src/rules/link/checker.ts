import type { CivilDate, Exact } from '../../value/index.js';
import {
  type CheckedPart,
  type CheckedValue,
  checkValue,
  type PartDocument,
  type ValueChecker,
  type ValueDocument,
} from '../constructs/index.js';
import type { DateRules } from '../document.js';
import {
  checkFormula,
  type Expression,
  FLAG,
  type Names,
  type Narrowing,
  narrow,
  parseFormula,
  type Type,
  type Wanted,
} from '../formula/index.js';
import type { Path } from '../text/index.js';
import type { Linker } from './linker.js';
import { checkPart, partPathOf } from './part.js';

/** What constructs and blocks ask: formulas against some names, with what is wrong collected in the linker. */
export class Checker implements ValueChecker {
  private readonly linker: Linker;
  private readonly names: Names;

  constructor(linker: Linker, names: Names) {
    this.linker = linker;
    this.names = names;
  }

  get dates(): DateRules {
    return this.linker.dates;
  }

  get inForce(): { readonly from: CivilDate; readonly until: CivilDate } {
    return this.linker.inForce;
  }

  formula(text: string, path: Path, wanted: Wanted, given?: Narrowing): Expression | null {
    const parsed = parseFormula(text);
    const checked = parsed.ok
      ? this.linker.whileReading(path, () => checkFormula(parsed.formula, wanted, this.names, given))
      : parsed;
    if (checked === null) return null;
    if ('expression' in checked) return checked.expression;
    this.linker.issues.push({ issue: checked.issue, path, at: checked.at });
    return null;
  }

  narrowed(guard: Expression, holds: boolean, given?: Narrowing): Narrowing {
    return narrow(guard, holds, given);
  }

  /** A formula of a type that can never be none: `rules.maybeNone`. */
  sure(text: string, path: Path, wanted: Wanted): Expression | null {
    const e = this.formula(text, path, wanted);
    return e?.maybeNone === true ? this.refuse('rules.maybeNone', path, { formula: text }) : e;
  }

  /** A flag that decides something. */
  condition(text: string, path: Path): Expression | null {
    return this.sure(text, path, FLAG);
  }

  value(document: ValueDocument, path: Path, wanted: Wanted): CheckedValue | null {
    return checkValue(document, path, wanted, this);
  }

  part(document: PartDocument, path: Path, wanted: Wanted): CheckedPart | null {
    return checkPart(this.linker, this, document, path, wanted);
  }

  partPath(path: Path): string {
    return partPathOf(path);
  }

  constant(text: string, path: Path): Exact {
    return this.linker.constant(text, path);
  }

  options(choice: string): readonly string[] {
    return this.linker.options(choice);
  }

  refuse(code: string, path: Path, values?: Readonly<Record<string, string | number>>): null {
    return this.linker.refuse(code, path, values);
  }

  fact(id: string, path: Path): Type | null {
    const meaning = Object.hasOwn(this.linker.document.facts, id) ? this.names.meaning(id) : 'unknown';
    if (meaning === 'broken') return null;
    if (meaning !== 'unknown') return meaning.type;
    return this.linker.unknown(
      'rules.unknownName',
      path,
      'name',
      id,
      Object.keys(this.linker.document.facts),
    );
  }

  categoryPoints(
    ids: readonly string[] | undefined,
    path: Path,
  ): readonly (readonly [string, Exact])[] | null {
    return this.linker.categoryPoints(ids, path);
  }
}
