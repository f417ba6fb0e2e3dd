import type { Home, Person, Role } from '../../fixtures/corruption/person.js';
import { diceFor } from '../../fixtures/corruption/person.js';
import { AREAS } from '../../fixtures/generator/areas.js';
import { SCHOOL_YEAR } from '../../fixtures/generator/dates.js';
import type { Naming, Sex } from '../../fixtures/generator/names.js';
import type { Random } from '../../fixtures/generator/random.js';
import { benchName, benchTwinName, homeNames, otherNames } from './names.js';
import { nextRegistration, type Registration, registration, type Years } from './numbers.js';

const DIVISIONS = [...new Set(AREAS.flatMap(({ registers }) => registers))];
const YEAR = Math.trunc(SCHOOL_YEAR / 10_000);

/** Birth years that do not overlap: those of school, those just outside, parents, grandparents. */
const OF_SCHOOL: Years = { first: YEAR - 22, count: 19, perHome: 4 };
const TOO_YOUNG: Years = { first: YEAR - 2, count: 1, perHome: 1 };
const TOO_OLD: Years = { first: YEAR - 29, count: 4, perHome: 1 };
const PARENTS: Years = { first: YEAR - 57, count: 22, perHome: 2 };
const GRANDPARENTS: Years = { first: YEAR - 84, count: 20, perHome: 1 };

/** Students of the homes in turn, so that the first student of any home can be reckoned. */
const CHILDREN = [1, 2, 1, 2, 1, 3, 1, 2, 2, 1];
const ROUND = CHILDREN.reduce((sum, count) => sum + count, 0);

/** How many homes give at least so many students. */
export const homesFor = (students: number): number => {
  let [homes, count] = [Math.trunc(students / ROUND) * CHILDREN.length, students - (students % ROUND)];
  for (; count < students; homes += 1) count += CHILDREN[homes % CHILDREN.length] ?? 1;
  return homes;
};

/** A home whose neighbour is made when somebody asks for it. */
class BenchHome implements Home {
  readonly members: Person[] = [];
  readonly index: number;
  readonly division: string;
  private readonly seed: number;
  private next: Home | undefined;

  constructor(seed: number, index: number, division: string) {
    this.seed = seed;
    this.index = index;
    this.division = division;
  }

  get nextDoor(): Home {
    this.next ??= homeAt(this.seed, this.index + 1);
    return this.next;
  }
}

/**
 * Home number `index` of the city of a seed, made when it is asked for and remembered by nobody: parents, a
 * grandfather in some, one to three students, and in some a child of school age who learns elsewhere or one who is just
 * too young or too old.
 */
export function homeAt(seed: number, index: number): Home {
  const dice = diceFor(seed, 'bench', index);
  const divisionNumber = index % DIVISIONS.length;
  const division = DIVISIONS[divisionNumber] ?? '';
  const home = new BenchHome(seed, index, division);
  const names = homeNames(dice);
  const address = { division, divisionNumber, home: Math.trunc(index / DIVISIONS.length) };
  const register = (years: Years, slot: number, sex: Sex): Registration =>
    registration(address, years, slot, sex === 'm');
  const add = (role: Role, sex: Sex, years: Years, slot: number, of: Naming): void => {
    const { birth, id } = register(years, slot, sex);
    const name = benchName(dice, of, sex);
    home.members.push({ name, sex, birth, id, role, home, twin: false, adversary: false });
  };

  add('father', 'm', PARENTS, 0, names);
  add('mother', 'f', PARENTS, 1, otherNames(dice, names));
  if (dice.chance(1, 6)) add('grandfather', 'm', GRANDPARENTS, 0, names);
  addStudents(home, dice, names, CHILDREN[index % CHILDREN.length] ?? 1, register);
  if (dice.chance(1, 4)) add('child', dice.chance(1, 2) ? 'm' : 'f', OF_SCHOOL, 3, names);
  if (dice.chance(1, 6))
    add('child', dice.chance(1, 2) ? 'm' : 'f', dice.chance(3, 7) ? TOO_YOUNG : TOO_OLD, 0, names);
  return home;
}

function addStudents(
  home: Home,
  dice: Random,
  names: Naming,
  count: number,
  register: (years: Years, slot: number, sex: Sex) => Registration,
): void {
  let first: { readonly name: string; readonly sex: Sex; readonly own: Registration } | undefined;
  for (let slot = 0; slot < count; slot += 1) {
    // Nine deliveries in a thousand give twins.
    const twin: typeof first = slot === 1 && dice.chance(9, 1000) ? first : undefined;
    const sex: Sex = twin?.sex ?? (dice.chance(52, 100) ? 'm' : 'f');
    const own =
      twin === undefined ? register(OF_SCHOOL, slot, sex) : nextRegistration(home.division, twin.own);
    const name =
      twin === undefined ? benchName(dice, names, sex) : benchTwinName(dice, names, twin.name, sex);
    first ??= { name, sex, own };
    // Of a hundred children three had no ID when the school asked; half of these have one by now.
    const without = dice.chance(3, 100);
    const number = without ? `J${own.id}` : `G${own.id}`;
    const id = without && dice.chance(1, 2) ? '' : own.id;
    home.members.push({
      ...{ name, sex, birth: own.birth, id, role: 'child', home, twin: twin !== undefined, adversary: false },
      student: { key: number, id: without ? '' : own.id, number },
    });
  }
}
