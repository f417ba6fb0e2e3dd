import { compile, openInput, type Plan, type Possible, type Told } from '../../src/plan/index.js';
import { readRules } from '../../src/rules/index.js';

/** A plan for a rule file of which only what matters is written. */
export function planOf(text: string): Plan {
  const read = readRules(`
format: 1
scheme: xx-explore
edition: 2025
title: 逐一
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
${text}`);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const plan = compile(read.value, { period: '2025-autumn', asOf: '2025-10-01', knownAt: '2025-10-15' });
  if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
  return plan.value;
}

/** Position of a fact, or of a piece of one, among all that a plan is told. */
export function factAt(plan: Plan, id: string, sub?: string): number {
  const at = plan.inputs.findIndex((one) => one.kind === 'fact' && one.id === id && one.sub === sub);
  if (at < 0) throw new Error(`no fact ${id}`);
  return at;
}

export type Positions = ReadonlyMap<number, bigint>;

/** What the plan is told where some facts are open and the others stand at a position of theirs. */
export function toldOf(
  plan: Plan,
  open: ReadonlySet<number>,
  at: Positions,
  codes: readonly string[] = [],
): Told {
  const nobodyDecided: Possible = { yes: false, no: true, missing: false, none: false };
  const noTier: Possible = { range: null, missing: false, none: false };
  const inputs = plan.inputs.map(({ kind, id }, input) => {
    if (open.has(input)) return openInput(plan, input, codes);
    if (kind === 'decision') return id === 'decided' ? nobodyDecided : noTier;
    const position = at.get(input);
    if (position === undefined) return undefined;
    return plan.domains.of(input, codes).possible({ low: position, high: position });
  });
  return { inputs, open, codes };
}

/** The same where every fact is open that does not stand at a position, and every cell that nobody knows. */
export function openBut(plan: Plan, at: Positions = new Map()): Told {
  const open = plan.inputs.flatMap(({ kind }, input) =>
    (kind === 'fact' || kind === 'cell') && !at.has(input) ? [input] : [],
  );
  return toldOf(plan, new Set(open), at);
}
