import {
  exactly,
  FALSE,
  MISSING_NUMBER,
  NO_NUMBER,
  openInput,
  type Plan,
  type PlanInput,
  type Possible,
  type Told,
  TRUE,
  UNREACHED,
} from '../plan/index.js';
import type { KnownPeople, KnownScalar, KnownSet } from '../reference/index.js';
import type { LinkedFact } from '../rules/index.js';
import { exact, toDay } from '../value/index.js';
import type { KnownStudent } from './resolution.js';

/** A known value as the plan takes it: options by number, dates by day. None, and what is missing, are of any kind. */
export function possibleOf(value: KnownScalar): Possible {
  if (typeof value === 'boolean') return value ? TRUE : FALSE;
  if (typeof value === 'number') return exactly(exact(BigInt(value)));
  if (value === 'none') return NO_NUMBER;
  if ('code' in value) return { codes: [value.code], missing: false, none: false };
  return 'n' in value ? exactly(value) : exactly(exact(BigInt(toDay(value))));
}

/** Codes known of a student. */
function codesIn(known: KnownStudent): readonly string[] {
  const codes = new Set<string>();
  const note = (value: unknown): void => {
    if (typeof value === 'object' && value !== null && 'code' in value) codes.add(String(value.code));
  };
  for (const value of [...known.facts.values(), ...known.given.values()]) {
    if (typeof value === 'object' && 'list' in value)
      for (const person of value.list) for (const one of person.values()) note(one);
    else note(value);
  }
  return [...codes];
}

/** What a plan is told of a student, and what of it is open. */
export function tell(plan: Plan, known: KnownStudent): Told {
  const open = new Set<number>();
  const codes = codesIn(known);
  const facts = new Map(plan.rules.facts.map((fact) => [fact.id, fact]));
  const inputs = plan.inputs.map((input, i): Possible | undefined => {
    const told = toldOf(plan, known, facts, input);
    if (told !== 'open') return told;
    open.add(i);
    return openInput(plan, i, codes);
  });
  return { inputs, open, codes };
}

type OneTold = Possible | undefined | 'open';

function toldOf(
  plan: Plan,
  known: KnownStudent,
  facts: ReadonlyMap<string, LinkedFact>,
  input: PlanInput,
): OneTold {
  const said = (flags: ReadonlyMap<string, boolean>): OneTold => {
    const value = flags.get(input.id);
    return value === undefined ? 'open' : value ? TRUE : FALSE;
  };
  switch (input.kind) {
    case 'fact':
      return ofFact(facts.get(input.id) as LinkedFact, known, input.sub);
    case 'category':
      return said(known.categories);
    case 'veto':
      return said(known.vetoes);
    case 'evidence':
      return said(known.shown);
    case 'points': {
      const points = known.points.get(input.id);
      return points === undefined ? ofUndecided(plan, input.id) : exactly(points);
    }
    case 'cell':
      // What a look-up finds at a key that is not known: nobody is told it by itself.
      return 'open';
    case 'given': {
      const given = known.given.get(input.id);
      return given === undefined ? undefined : possibleOf(given);
    }
    case 'decision':
      if (input.id === 'decided') return known.tier === undefined ? FALSE : TRUE;
      return exactly(exact(BigInt(known.tier ?? 0)));
  }
}

/** Points that nobody gave: open, or 0. */
function ofUndecided(plan: Plan, path: string): OneTold {
  const part = plan.outputs.parts.find((one) => one.path === path);
  return part?.undecided === '0' ? exactly(exact(0n)) : 'open';
}

function ofFact(fact: LinkedFact, known: KnownStudent, sub: string | undefined): OneTold {
  const value = known.facts.get(fact.id);
  const quiet = fact.unknown.policy === 'no_points';
  if (fact.type.kind === 'several') {
    const set = value as KnownSet | undefined;
    const option = fact.options.indexOf(sub as string);
    if (set?.in.has(option) === true) return TRUE;
    if (set?.out.has(option) === true) return FALSE;
    return quiet ? MISSING_NUMBER : 'open';
  }
  if (fact.people !== undefined) return ofPeople(fact, value as KnownPeople | undefined, sub as string);
  if (value === undefined) return quiet ? MISSING_NUMBER : 'open';
  return possibleOf(value as KnownScalar);
}

/** Whether there is a k-th person, or an attribute of that person. */
function ofPeople(fact: LinkedFact, said: KnownPeople | undefined, sub: string): OneTold {
  const people = fact.people as NonNullable<LinkedFact['people']>;
  const [number = '', name] = sub.split('.');
  const person = Number(number);
  const listed = said?.list.length ?? 0;
  const surely = person <= listed || (said?.complete !== true && person <= people.least);
  const perhaps = surely || said?.complete !== true;
  if (name === undefined) return surely ? TRUE : perhaps ? 'open' : FALSE;
  // Of a person who is not there nothing counts.
  if (!perhaps) return UNREACHED;
  const value = said?.list[person - 1]?.get(name);
  return value === undefined ? 'open' : possibleOf(value);
}
