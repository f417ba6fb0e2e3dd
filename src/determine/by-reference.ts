import {
  type CaseOutcome,
  type Moment,
  openShapes,
  outcomeOfCase,
  textOf,
  type Unknown,
} from '../reference/index.js';
import {
  inputsBehind,
  type LinkedFigure,
  type Meant,
  outcomeReadings,
  type RuleSet,
} from '../rules/index.js';
import { absentByReference } from './absent-by-reference.js';
import { type Completed, everyCompletion } from './every-completion.js';
import { chosen, FEW_QUESTIONS, type Narrowing, NOTHING_ASKED, narrowest } from './narrowest.js';
import { possibleOutput } from './possible-output.js';
import type { OpenInput, PossibleAward, Resolution, Resolver } from './resolution.js';
import { viewByReference } from './view-by-reference.js';

/**
 * Resolves by the definition itself: the reference meaning of every completion of what is not known. For tests,
 * rule cases and doubt; `most` bounds the completions.
 */
export function referenceResolver(rules: RuleSet, moment: Moment, most = 20_000): Resolver {
  return {
    absent: (known) => absentByReference(rules, known, moment),
    view: (known) => viewByReference(rules, known, moment),
    resolve: (known) => {
      const open = openShapes(
        rules,
        known,
        inputsBehind(rules, known.given, outcomeReadings(rules, moment.asOf), moment.asOf),
      );
      const all = everyCompletion(rules, known, open, most, (complete) => {
        const outcome = outcomeOfCase(rules, complete, moment);
        return { is: outcome, reached: outcome.reached };
      });
      return all === null ? null : resolutionOf(rules, all);
    },
  };
}

type All = Completed<CaseOutcome>;

function resolutionOf(rules: RuleSet, { unknowns, cases }: All): Resolution {
  const all = cases.map((one) => one.is);
  const inScope = all.filter((one) => one.outOfScope === null);
  const awards = rules.programmes.map(({ id }) => possibleAward(all, id));
  const outputs = rules.endsInOutputs
    ? rules.outputs.map((id) =>
        possibleOutput(
          rules,
          id,
          inScope.map((one) => one.outputs.get(id)),
        ),
      )
    : [];
  const settled = awards.every((a) => a.least === a.most) && outputs.every((o) => o.least === o.most);
  const single = new Set(all.map((one) => keyOf(rules, one))).size === 1 && settled;
  const asked = unknowns.map((_, i) => i).filter((i) => decides(rules, cases, i));
  const questions = asked.map((i): OpenInput => {
    const { kind, id } = unknowns[i] as Unknown;
    return { kind, id, leaves: leavesOf(rules, cases, [i]) };
  });
  const few = questions.length <= FEW_QUESTIONS;
  const found = few || single ? null : narrowing(rules, cases, asked);
  return {
    single,
    scopes: [...new Set(all.map((one) => one.outOfScope))].sort(),
    tiers: [...new Set(inScope.flatMap(({ tier }) => (tier === null ? [] : [tier])))].sort((a, b) => a - b),
    awards,
    outputs,
    ...(single
      ? NOTHING_ASKED
      : {
          questions: [...questions].sort((a, b) => a.leaves - b.leaves),
          narrowest: found === null ? null : chosen(questions, found),
        }),
    wide: false,
  };
}

function possibleAward(all: readonly CaseOutcome[], programme: string): PossibleAward {
  const awards = all.map((one) => one.awards.get(programme) ?? null);
  const amounts = awards.filter((award) => typeof award === 'bigint');
  return {
    programme,
    granted: awards.some((award) => award !== null),
    // Out of scope nobody is entitled to anything.
    notEntitled: awards.some((award) => award === null),
    least: amounts.length === 0 ? null : amounts.reduce((a, b) => (b < a ? b : a)),
    most: amounts.length === 0 ? null : amounts.reduce((a, b) => (b > a ? b : a)),
    amounts: [...new Set(amounts)].sort((a, b) => (a < b ? -1 : 1)),
  };
}

/** Kinds of outcome: scope, tier, which programmes are granted, and outputs as far as they are no numbers or dates. */
function keyOf(rules: RuleSet, { outOfScope, tier, awards, outputs }: CaseOutcome): string {
  if (outOfScope !== null) return outOfScope;
  const granted = [...awards].filter(([, award]) => award !== null).map(([id]) => id);
  const kinds = [...outputs].map(([id, value]) => {
    return value !== 'none' && isMeasured(rules, id) ? 'some' : writtenOutput(rules, id, value);
  });
  return JSON.stringify([tier, granted, kinds]);
}

/** All of an outcome, amounts and every output included. */
function outcomeText(rules: RuleSet, one: CaseOutcome): string {
  const amounts = [...one.awards].map(([, award]) => String(award));
  const outputs = [...one.outputs].map(([id, value]) => writtenOutput(rules, id, value));
  return JSON.stringify([keyOf(rules, one), amounts, outputs]);
}

function isMeasured(rules: RuleSet, figure: string): boolean {
  const kind = rules.figures.find(({ id }) => id === figure)?.type.kind;
  return kind === 'number' || kind === 'date';
}

function writtenOutput(rules: RuleSet, figure: string, value: Meant): string {
  const { type } = rules.figures.find(({ id }) => id === figure) as LinkedFigure;
  // An output rests on nothing that may be missing.
  return String(textOf(rules, type, value as Exclude<Meant, undefined>));
}

/** How many kinds of outcome an answer to some unknowns together can at most leave. */
function leavesOf(rules: RuleSet, cases: All['cases'], unknowns: readonly number[]): number {
  const kinds = new Map<string, Set<string>>();
  for (const { chosen: values, is } of cases) {
    const answer = unknowns.map((unknown) => values[unknown]).join(' ');
    kinds.set(answer, (kinds.get(answer) ?? new Set()).add(keyOf(rules, is)));
  }
  return [...kinds.values()].map((set) => set.size).reduce((a, b) => (b > a ? b : a), 0);
}

function narrowing(rules: RuleSet, cases: All['cases'], asked: readonly number[]): Narrowing | null {
  const kinds = new Set(cases.map(({ is }) => keyOf(rules, is))).size;
  return narrowest(asked.length, kinds, (most, ask) => {
    const leaves = leavesOf(
      rules,
      cases,
      ask.map((at) => asked[at] as number),
    );
    return leaves < most ? leaves : null;
  });
}

/** Whether two completions that differ in nothing but one unknown come to different outcomes. */
function decides(rules: RuleSet, cases: All['cases'], unknown: number): boolean {
  const outcomes = new Map<string, string>();
  return cases.some(({ chosen, is }) => {
    const others = chosen.filter((_, i) => i !== unknown).join(' ');
    const text = outcomeText(rules, is);
    const before = outcomes.get(others) ?? text;
    outcomes.set(others, text);
    return before !== text;
  });
}
