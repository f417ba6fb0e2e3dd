import { type Determination, determine, referenceDetermine } from '../../src/determine/index.js';
import { compile } from '../../src/plan/index.js';
import type { Student } from '../../src/roster/index.js';
import { readRules } from '../../src/rules/index.js';
import { canonicalJson, type Json } from '../../src/value/index.js';
import { type Ground, groundOf } from './arbitrary/case.js';
import { Dice } from './arbitrary/dice.js';
import { type DraftFile, writeDraft } from './arbitrary/draft.js';
import { draftRuleFile } from './arbitrary/rule-file.js';
import { CONTEXT, type MadeStudent, studentsFor } from './arbitrary/students.js';

/** A random rule file, read and compiled, and students for it. */
export interface Scheme {
  readonly draft: DraftFile;
  readonly text: string;
  readonly ground: Ground;
  readonly students: readonly MadeStudent[];
}

/** Reads and compiles the text of a rule file; `null` where it is refused. */
export function groundOfText(text: string): Ground | null {
  const read = readRules(text);
  if (!read.ok) return null;
  const plan = compile(read.value, CONTEXT);
  return plan.ok ? groundOf(read.value, plan.value) : null;
}

/** The scheme of a seed; throws where the generator wrote a file that is refused, which is a fault of the generator. */
export function schemeOf(seed: number, size: number, students: number): Scheme {
  const draft = draftRuleFile(seed, size);
  const text = writeDraft(draft);
  const ground = groundOfText(text);
  if (ground === null) {
    const read = readRules(text);
    const issues = read.ok ? [] : read.issues.map(({ code, place }) => `${code} at ${place?.path}`);
    throw new Error(`the rule file of seed ${seed} is refused: ${issues.join(', ')}\n${text}`);
  }
  return { draft, text, ground, students: studentsFor(ground, students, new Dice(seed ^ 0x5eed)) };
}

export const bytesOf = (determination: Determination): string =>
  canonicalJson(determination as unknown as Json);

/** What became of one pair. */
export type Verdict =
  | { readonly kind: 'equal'; readonly outcome: Determination }
  /** The plan had too many cells; what it says is looser, and holds. */
  | { readonly kind: 'looser'; readonly outcome: Determination }
  /** Too many completions to go through by definition. */
  | { readonly kind: 'notCompared'; readonly outcome: Determination }
  | { readonly kind: 'differs'; readonly plan: string; readonly reference: string };

/** The bytes of both meanings; a meaning that throws says so. */
export function verdictOf({ rules, plan }: Ground, student: Student, determineBy = determine): Verdict {
  const reference = referenceDetermine(rules, CONTEXT, student);
  let outcome: Determination;
  let bytes: string;
  try {
    outcome = determineBy(plan, student);
    bytes = bytesOf(outcome);
  } catch (thrown) {
    return {
      kind: 'differs',
      plan: `throws ${String(thrown)}`,
      reference: reference === null ? '' : bytesOf(reference),
    };
  }
  if (reference === null) return { kind: 'notCompared', outcome };
  const wanted = bytesOf(reference);
  if (bytes === wanted) return { kind: 'equal', outcome };
  if (ranOutOfCells(outcome) && holdsLoosely(outcome, reference)) return { kind: 'looser', outcome };
  return { kind: 'differs', plan: bytes, reference: wanted };
}

/** Too many cells: the record says `wide`, or names questions without having worked out what they leave. */
export const ranOutOfCells = ({ open }: Determination): boolean =>
  open !== undefined && (open.wide || open.questions.some((one) => one.leaves === 0));

/** A looser answer is undetermined, and everything that the definition allows is within it. */
function holdsLoosely(plan: Determination, reference: Determination): boolean {
  if (plan.outcome !== 'undetermined' || plan.open === undefined) return false;
  const { open, awards } = plan;
  const tiers = reference.open?.tiers ?? [(reference.decided ?? reference.recommended)?.tier ?? ''];
  const within = tiers.every((tier) => open.tiers.includes(tier));
  const exact = open.wide || (reference.open !== undefined && tiers.length === open.tiers.length);
  const paid = reference.awards.every((award, i) => {
    const mine = awards[i];
    if (mine === undefined || mine.state !== 'open') return mine?.state === award.state;
    if (mine.between === undefined) return true;
    const { least, most } = mine.between;
    const said = award.between ?? { least: award.amount?.minor ?? '0', most: award.amount?.minor ?? '0' };
    return BigInt(least) <= BigInt(said.least) && BigInt(said.most) <= BigInt(most);
  });
  return within && exact && paid;
}
