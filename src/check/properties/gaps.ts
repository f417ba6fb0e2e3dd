import { type Determination, determine } from '../../determine/index.js';
import type { Student } from '../../roster/index.js';
import { ZERO } from '../../value/index.js';
import { type Asking, finding } from '../asking.js';
import type { Ground } from '../ground.js';
import { type Held, sameAt } from '../pairs/held.js';
import type { Path } from '../paths.js';
import type { Verdict } from '../prove.js';
import type { CheckedProperty } from '../report.js';
import { behind, type Found, search } from '../search.js';
import type { View } from '../view.js';
import { positionsOf, standingAt, studentAt } from '../witness.js';

/**
 * Holes that the file itself leaves: a table or parameter without a value (`unknown`) on which the outcome of a student
 * rests of whom everything is known. Nobody can answer what is asked then, so that the student stays undetermined.
 */
export function gaps(asking: Asking): readonly CheckedProperty[] {
  const { plan } = asking.ground;
  const holes = new Map<string, Set<number>>();
  for (const [input, { kind, id }] of plan.inputs.entries()) {
    if (kind !== 'cell') continue;
    const of = nameOf(id);
    holes.set(of, (holes.get(of) ?? new Set()).add(input));
  }
  return [...holes].map(([of, inputs]) => {
    const head = {
      id: `noGap ${of}`,
      property: 'noGap',
      severity: 'warning',
      path: holePath(asking.ground, of),
    } as const;
    return finding(head, holeMet(asking, of, inputs));
  });
}

/** The table or parameter that a look-up begins with. */
const nameOf = (site: string): string => /^[a-z][a-z0-9_]*/.exec(site)?.[0] ?? site;

function holeMet(asking: Asking, of: string, holes: ReadonlySet<number>): Verdict {
  const { ground, standing, most, steps } = asking;
  const { inputs } = ground.plan;
  const isCell = (input: number): boolean => inputs[input]?.kind === 'cell';
  let unclear = false;
  const look = (backwards: boolean): Found<Student> =>
    search(
      asking.all(),
      (view) => {
        const open = behind(view, standing.outcome);
        if (!open.some((input) => holes.has(input))) return null;
        // With nothing else open there is nothing more to part.
        return { roots: open.every(isCell) ? [] : standing.outcome, rank: ZERO };
      },
      most,
      steps,
      (view) => {
        const student = shownBy(asking, view, of);
        unclear ||= student === 'unclear';
        return student === 'unclear' ? null : student;
      },
      backwards,
    );
  const forwards = look(false);
  const found = forwards.kind === 'gaveUp' ? look(true) : forwards;
  if (found.kind === 'here')
    return {
      status: 'refuted',
      because: { code: 'check.noValue', values: { of } },
      witness: { students: [found.what], shows: ['undetermined'] },
    };
  if (found.kind === 'nowhere' && !unclear) return { status: 'proved' };
  return { status: 'notProved', because: { code: 'check.tooManyCases', values: { node: of, most } } };
}

/**
 * The student of a view, with nothing said that could be anything and leave nothing open but the hole; `null`: whatever
 * stood in the hole, the outcome is the same; `unclear`: something else is open too.
 */
function shownBy({ ground, standing }: Asking, view: View, of: string): Student | 'unclear' | null {
  const { plan } = ground;
  const [positions] = positionsOf(view);
  let here = plan.inputs.reduce(
    (at, { kind }, input) => (kind === 'cell' ? at : at.with(input, sameAt(positions[input] as bigint))),
    view,
  );
  const whole = studentAt(ground, positions);
  const shows = (student: Student): boolean => onlyAsks(determine(plan, student), of);
  if (!shows(whole)) {
    const { open } = determine(plan, whole);
    return (open?.questions ?? []).every(({ kind }) => kind === 'cell') ? null : 'unclear';
  }
  const facts = { ...whole.facts };
  for (const id of Object.keys(facts)) {
    const wider = plan.inputs.reduce(
      (at, one, input) =>
        one.kind === 'fact' && one.id === id ? at.with(input, ground.whole[input] as Held) : at,
      here,
    );
    if (!behind(wider, standing.outcome).every((input) => plan.inputs[input]?.kind === 'cell')) continue;
    delete facts[id];
    here = wider;
  }
  const { papers: _, ...bare } = { ...whole, facts };
  const student = [bare, { ...whole, facts }].find(shows) ?? whole;
  return standingAt(student, positions);
}

/** That nothing is asked but what the file does not say. */
const onlyAsks = ({ outcome, open }: Determination, of: string): boolean =>
  outcome === 'undetermined' &&
  open !== undefined &&
  open.questions.every(({ kind }) => kind === 'cell') &&
  open.questions.some(({ id }) => nameOf(id) === of);

/** Where the file says that it does not know: of a table the rows that it does not have, or what held before its first date. */
function holePath({ rules, context }: Ground, of: string): Path {
  const table = rules.document.tables[of];
  // A parameter is not known only before its first date.
  if (table === undefined) return ['parameters', of, 'before'];
  const begun = table.layers.some(({ from }) => from === undefined || from <= context.asOf);
  return ['tables', of, begun ? 'otherwise' : 'before'];
}
