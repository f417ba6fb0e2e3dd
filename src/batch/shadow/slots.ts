import type { Job } from '../job/index.js';
import type { Cell } from '../table.js';
import type { ListMould } from './moulds.js';
import type { Sentinels } from './people.js';
import type { Written } from './traps.js';
import { ColumnsOf, number, text } from './twin.js';

/** One of the places for a person in the rows of a list: its columns, a member of a household, a part of a packed cell. */
export interface Slot {
  /** As the reader counts it. */
  readonly member: number;
  readonly takesId: boolean;
  readonly takesNumber: boolean;
  readonly isPacked: boolean;
  /** The cells of the row that are about people, with this person in its place. */
  readonly write: (written: Written, people: Sentinels) => ReadonlyMap<number, Cell>;
}

interface Place {
  readonly name: number | undefined;
  readonly id: number | undefined;
  readonly number: number | undefined;
}

export function slotsOf(mould: ListMould, job: Job): readonly Slot[] {
  const { source, form } = mould;
  const columns = new ColumnsOf(mould.sheet, job);
  const own = source.columns;
  const places: Place[] = [];
  if (own !== undefined)
    places.push({
      name: columns.at(own.name),
      id: columns.at(own.id),
      number: columns.at(own.student_number),
    });
  for (const one of [...(source.holder === undefined ? [] : [source.holder]), ...(source.members ?? [])])
    places.push({ name: columns.at(one.name), id: columns.at(one.id), number: undefined });
  const packed = source.packed;
  const packedAt =
    packed === undefined
      ? []
      : 'people' in packed
        ? [columns.at(packed.people)]
        : [columns.at(packed.names), columns.at(packed.ids)];
  const about = [
    ...places.flatMap(({ name, id, number: no }) => [name, id, no]),
    ...packedAt,
    ...[columns.at(own?.area), columns.at(own?.school)],
  ].filter((at) => at !== undefined);

  const put = (set: Map<number, Cell>, place: Place, written: Written): void => {
    const inIdCell = written.number !== '' && place.number === undefined && written.id === '';
    const id = inIdCell ? written.number : written.id;
    if (place.name !== undefined) set.set(place.name, text(written.name));
    if (place.id !== undefined)
      set.set(place.id, written.idIsNumber === true && form.kind === 'workbook' ? number(id) : text(id));
    if (place.number !== undefined) set.set(place.number, text(written.number));
  };
  const blank = (): Map<number, Cell> => new Map(about.map((at) => [at, text('')] as const));
  /** A row of a household has its holder. */
  const withHolder = (people: Sentinels, place: Place | null): Map<number, Cell> => {
    const set = blank();
    const [holder] = places;
    if (source.holder !== undefined && holder !== undefined && holder !== place) {
      const { name, id } = people.grownUp();
      put(set, holder, { name, id, number: '' });
    }
    return set;
  };

  const slots = places.map(
    (place, i): Slot => ({
      member: i + 1,
      takesId: place.id !== undefined,
      takesNumber: place.number !== undefined,
      isPacked: false,
      write: (written, people) => {
        const set = withHolder(people, place);
        put(set, place, written);
        return set;
      },
    }),
  );
  if (packed === undefined) return slots;
  const [separator = ''] = packed.separator;
  const pack = (behind: boolean): Slot => ({
    member: places.length + (behind ? 2 : 1),
    takesId: true,
    takesNumber: false,
    isPacked: true,
    write: (written, people) => {
      const set = withHolder(people, null);
      const other = people.grownUp();
      const both = behind ? [other, written] : [written, other];
      const [first, second] = packedAt;
      const [one, two] =
        'people' in packed
          ? [both.map(({ name, id }) => `${name} ${id}`), []]
          : [both.map(({ name }) => name), both.map(({ id }) => id)];
      if (first !== undefined) set.set(first, text(one.join(separator)));
      if (second !== undefined) set.set(second, text(two.join(separator)));
      return set;
    },
  });
  return [...slots, pack(false), pack(true)];
}
