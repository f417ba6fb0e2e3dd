import { discretionsOf } from '../../../src/determine/parts.js';
import type { CheckedDiscretion } from '../../../src/rules/constructs/discretion/document.js';
import { add, divide, exact, floor, formatExact, multiply, subtract } from '../../../src/value/index.js';
import { givableValue } from './said-given.js';
import type { Saying } from './saying.js';

export const BEFORE = ['2025-09-10', '2025-09-20', '2025-10-15'] as const;
export const AFTER = '2025-10-16';

/** What persons decided: of vetoes, points, figures and the tier, and whether the family declines. */
export function saidDecisions(saying: Saying): void {
  vetoes(saying);
  points(saying);
  figures(saying);
  waiver(saying);
  tier(saying);
}

function vetoes(saying: Saying): void {
  const { dice, ground, decisions } = saying;
  for (const veto of ground.rules.vetoes) {
    const open = veto.againstFloor === 'review';
    if (open && dice.chance(50) && saying.spend(2)) continue;
    // What is not said of a veto stays open; that too has to be paid for.
    if (!open && dice.chance(90)) continue;
    const stands = dice.chance(50);
    saying.mark(stands ? 'veto stands' : 'veto yields');
    const on = dice.pick(BEFORE);
    decisions.push({ kind: 'veto', veto: veto.id, stands, by: 'review', on, because: '复核' });
  }
  if (!dice.chance(3)) return;
  saying.mark('decision of unknown id');
  const on = '2025-09-20';
  decisions.push({ kind: 'veto', veto: 'nowhere', stands: true, by: 'review', on, because: '复核' });
}

function points(saying: Saying): void {
  const { dice, ground, decisions } = saying;
  for (const part of discretionsOf(ground.rules.score)) {
    const { range, step, undecided } = part;
    const last = Number(floor(divide(subtract(range.high, range.low), step)));
    if (undecided === 'ask' ? dice.chance(55) && saying.spend(last + 1) : dice.chance(50)) {
      saying.mark(`points ${undecided}`);
      continue;
    }
    const at = (): string => formatExact(add(range.low, multiply(exact(BigInt(dice.whole(0, last))), step)));
    const bad = dice.chance(5);
    saying.mark(bad ? 'points badly given' : 'points given');
    const by = bad && dice.chance(50) ? 'nobody' : 'teacher';
    const value = bad && by === 'teacher' ? dice.pick(['99', '0.3', 'much', '']) : at();
    decisions.push(pointsOf(part, value, by, dice.pick(BEFORE)));
    if (dice.chance(5)) decisions.push(pointsOf(part, at(), 'teacher', '2025-09-20'));
  }
}

const pointsOf = (part: CheckedDiscretion, value: string, by: string, on: string) =>
  ({ kind: 'points', part: part.part, points: value, by, on, because: '入户', paper: 'no-3' }) as const;

function figures(saying: Saying): void {
  const { dice, ground, decisions } = saying;
  for (const figure of ground.rules.figures) {
    if (figure.override === undefined ? !dice.chance(2) : !dice.chance(25)) continue;
    saying.mark('figure decided');
    const set = (on: string) =>
      decisions.push({
        kind: 'figure',
        figure: figure.id,
        value: givableValue(saying, figure.id),
        by: dice.chance(95) ? 'bureau' : 'nobody',
        on,
        because: '核实',
      });
    set(dice.pick(BEFORE));
    if (dice.chance(12)) set('2025-09-20');
  }
}

function waiver(saying: Saying): void {
  const { dice, decisions } = saying;
  if (!dice.chance(8)) return;
  const late = dice.chance(20);
  saying.mark(late ? 'decision not yet known' : 'waiver');
  const on = late ? AFTER : dice.pick(BEFORE);
  decisions.push({ kind: 'waiver', paper: 'no-12', by: 'guardian', on, because: '自愿' });
}

function tier(saying: Saying): void {
  const { dice, ground, decisions } = saying;
  if (!dice.chance(16)) return;
  const decide = (on: string): void => {
    const named = dice.chance(95) ? dice.pick(ground.rules.tierIds) : 'nowhere';
    if (named === 'nowhere') saying.mark('decision of unknown id');
    decisions.push({ kind: 'tier', tier: named, by: 'school_group', on, because: '评议' });
  };
  saying.mark('tier decision');
  decide(dice.pick(BEFORE));
  if (dice.chance(25)) decide('2025-09-05');
  if (dice.chance(10)) {
    saying.mark('decision bad date');
    decide(dice.pick(['2025-02-30', 'soon', '']));
  }
}
