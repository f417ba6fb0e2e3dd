import { type Determination, determine } from '../determine/index.js';
import { interpret } from '../plan/index.js';
import type { Student } from '../roster/index.js';
import { compare, type Exact, parseExact, subtract, ZERO } from '../value/index.js';
import { amountPath } from './amounts.js';
import { changesOf, tierOf } from './changes.js';
import type { Ground } from './ground.js';
import { pursesOf } from './money.js';
import { type Path, partPath, placeIn, tierPath } from './paths.js';
import type { Change, CheckedProperty } from './report.js';
import type { Row, Rows } from './rows.js';
import { standsAt, studentAt } from './witness.js';

/**
 * A refutation told in full: what comes out differently for its two students, and the row of the rule file that does it,
 * which is where it has to be put right. Where that cannot be told, the place of what the finding is about.
 */
export function told(ground: Ground, rows: readonly Rows[], found: CheckedProperty): CheckedProperty {
  const { rules, plan } = ground;
  const { witness } = found;
  const by = (witness?.students ?? []).map((student) => determine(plan, completed(ground, student)));
  const [first, second] = by;
  if (witness === undefined || first === undefined) return placed(ground, found, found.path);
  const [, programme = ''] = found.id.split(' ');
  if (second === undefined) {
    const amount = found.property === 'total' && programme !== 'tier';
    return placed(ground, found, amount ? amountPath(rules, programme, tierOf(first), first) : found.path);
  }
  const changes = changesOf(rules, [first, second]);
  const whole = { ...found, witness: { ...witness, changes } };
  const taken = takenBy(ground, rows, witness.students);
  return placed(ground, whole, pathOf(ground, whole, changes, second, taken) ?? found.path);
}

const placed = ({ rules }: Ground, found: CheckedProperty, path: Path): CheckedProperty => ({
  ...found,
  path,
  place: placeIn(rules, path),
});

/** With everything said again that does not matter: so every part has its points. */
function completed(ground: Ground, student: Student): Student {
  const positions = standsAt(student);
  if (positions === undefined) return student;
  return {
    ...studentAt(ground, positions),
    ...(student.given === undefined ? {} : { given: student.given }),
  };
}

/** The rows that are taken for the first of two students and for the second. */
type Taken = readonly [before: readonly Row[], after: readonly Row[]];

function takenBy({ plan, domain }: Ground, rows: readonly Rows[], students: readonly object[]): Taken {
  const [before = [], after = []] = students.map((student): readonly Row[] => {
    const positions = standsAt(student);
    if (positions === undefined) return [];
    const values = interpret(plan.nodes, (input) => {
      const at = positions[input] as bigint;
      // Nothing is given to the students of the prover.
      return plan.inputs[input]?.kind === 'given' ? undefined : domain(input).possible({ low: at, high: at });
    });
    return rows.flatMap((one) =>
      one.rows.filter(({ node }) => {
        const value = values[node];
        return value !== undefined && 'yes' in value && value.yes;
      }),
    );
  });
  return [before, after];
}

function pathOf(
  ground: Ground,
  { id, property }: CheckedProperty,
  changes: readonly Change[],
  after: Determination,
  taken: Taken,
): Path | null {
  const { rules } = ground;
  const counted = countedIn(ground, id);
  const programme = mostLost(
    changes.filter((one) => counted?.has(one.id) ?? true),
    'programme',
  );
  const lostMoney = (): Path | null => {
    if (programme === undefined) return null;
    return programme.after === ''
      ? ['programmes', programme.id, 'for']
      : amountPath(rules, programme.id, tierOf(after), after);
  };
  switch (property) {
    case 'amountOrder':
      return amountPath(rules, id.split(' ')[1] ?? '', tierOf(after), after);
    case 'sumOrder':
      return lostMoney();
    case 'monotone':
    case 'membership':
    case 'union': {
      const aspect = / (?:tier|score)$/.test(id) || property === 'union';
      const fell = changes.some(
        (one) => one.of === 'tier' && ranked(ground, one.after) < ranked(ground, one.before),
      );
      return aspect || fell ? (lostPlace(ground, changes, after, taken) ?? lostMoney()) : lostMoney();
    }
    default:
      return null;
  }
}

/** The programmes of the purse that a finding names, as others may lose more; `null` where it names none. */
function countedIn(ground: Ground, id: string): ReadonlySet<string> | null {
  const purse = pursesOf(ground).find((one) => `${id} `.includes(` ${one.id} `));
  return purse === undefined
    ? null
    : new Set(purse.programmes.map((i) => ground.rules.programmes[i]?.id ?? ''));
}

const ranked = ({ rules }: Ground, tier: string): number => rules.tierIds.indexOf(tier);

/** What takes the tier or the points away: a part worth less, a veto, a floor that is gone, the scope, a route, a condition. */
function lostPlace(
  ground: Ground,
  changes: readonly Change[],
  after: Determination,
  taken: Taken,
): Path | null {
  const { rules } = ground;
  const part = mostLost(changes, 'part');
  if (part !== undefined) return partPlace(ground, part.id, taken);
  const veto = changes.find((one) => one.of === 'veto' && one.after === 'yes');
  if (veto !== undefined) return ['vetoes', veto.id, 'when'];
  const floor = changes.find((one) => one.of === 'floor' && one.before === 'yes');
  if (floor !== undefined) return ['categories', floor.id, 'when'];
  if (after.scope !== undefined) return ['scope', after.scope.predicate, 'is'];
  const fewer = mostLost(changes, 'score') ?? mostLost(changes, 'figure');
  if (fewer !== undefined && rules.routes.length > 0)
    return rules.routes.length === 1 ? ['routes', 0] : ['routes'];
  const tier = changes.find((one) => one.of === 'tier');
  return tier === undefined || rules.tierOf !== null ? null : tierPath(rules, tier.before);
}

/** The row that a part, or the figure that it reads, takes for the second student; of rows that add up the one that is lost. */
function partPlace({ rules }: Ground, id: string, [before, after]: Taken): Path {
  const path = partPath(id);
  const within = (base: Path) => (row: Row) => base.every((step, i) => row.path[i] === step);
  const rowIn = (base: Path): Path | null => {
    const [had, has] = [before.filter(within(base)), after.filter(within(base))];
    const lost = had.filter((row) => !has.includes(row));
    const added = [...had, ...has].some(({ row }) => /^(?:hits|top)\./.test(row));
    const [only, ...others] = added ? lost : has;
    return only === undefined || others.length > 0 ? null : only.path;
  };
  const value = rules.score === null ? undefined : valueAt(rules.score, id);
  const figure =
    value?.kind === 'formula' && value.is.kind === 'read' && value.is.of.kind === 'figure'
      ? value.is.of.id
      : null;
  return rowIn(path) ?? (figure === null ? null : rowIn(['figures', figure])) ?? path;
}

type Part = NonNullable<Ground['rules']['score']>;

function valueAt(part: Part, id: string): Part['value'] | undefined {
  if (part.path === id) return part.value;
  if (part.value.kind !== 'section') return undefined;
  return part.value.parts.map((inner) => valueAt(inner, id)).find((value) => value !== undefined);
}

const loss = ({ before, after }: Change): Exact => subtract(number(before), number(after));
const number = (text: string): Exact => parseExact(text) ?? ZERO;

/** What falls the most. */
function mostLost(changes: readonly Change[], of: Change['of']): Change | undefined {
  const lost = changes.filter(
    (one) => one.of === of && (compare(loss(one), ZERO) > 0 || one.before === 'unstated'),
  );
  return lost.reduce<Change | undefined>(
    (most, one) => (most === undefined || compare(loss(one), loss(most)) > 0 ? one : most),
    undefined,
  );
}
