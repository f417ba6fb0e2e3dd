import type { CategoryInput, SourceRef, Student } from '../../../src/roster/index.js';
import type { Saying } from './saying.js';

const SOURCE: SourceRef = { file: 'survey.csv', row: 7 };

export type Asked = 'applied' | 'nobody' | 'others';

interface SaidCategories {
  readonly list: CategoryInput[];
  readonly named: number;
  /** Somebody asks for the student by them. */
  readonly asks: boolean;
}

/** What the lists say, some of it doubted, said twice, or of categories that no list can tell. */
export function saidCategories(saying: Saying, asked: Asked): SaidCategories {
  const { dice, ground, truth } = saying;
  const listed = ground.rules.categories.filter((c) => c.list !== undefined);
  const list: CategoryInput[] = [];
  let asks = false;
  for (const { id } of listed) {
    const evidence = dice.chance(30) ? { evidence: [SOURCE] } : {};
    if (dice.chance(20) && saying.spend(2)) {
      const doubt = dice.pick(
        asked === 'nobody'
          ? (['listMissing', 'listStale', undefined] as const)
          : (['openMatch', 'listMissing', 'listStale', 'rowUnclear', 'notSaid', undefined] as const),
      );
      asks ||= doubt === 'openMatch' || doubt === 'rowUnclear';
      saying.mark(`category unknown${doubt === undefined ? '' : ` ${doubt}`}`);
      list.push({
        category: id,
        status: 'unknown',
        ...(doubt === undefined ? {} : { doubt }),
        ...evidence,
      });
      continue;
    }
    const member = truth.categories.get(id) === true && asked !== 'nobody';
    asks ||= member;
    saying.mark(member ? 'category in' : 'category out');
    list.push({ category: id, status: member ? 'in' : 'out', ...evidence });
    if (dice.chance(4)) {
      saying.mark('category said twice');
      list.push({ category: id, status: 'out' });
    }
  }
  const named = listed.length;
  if (dice.chance(4)) {
    saying.mark('category unknown id');
    list.push({ category: 'nowhere', status: 'out' });
  }
  const derived = ground.rules.categories.find((c) => c.list === undefined);
  if (derived !== undefined && dice.chance(8)) {
    saying.mark('category derived said');
    list.push({ category: derived.id, status: asked === 'nobody' ? 'out' : 'in' });
    asks ||= asked !== 'nobody';
  }
  return { list: dice.shuffled(list), named, asks };
}

export function whoAsks(saying: Saying, asked: Asked, asks: boolean): Partial<Student> {
  const { dice } = saying;
  if (asked === 'nobody') {
    saying.mark('nobody asks');
    return dice.chance(50) ? { aidedBefore: false, signals: [] } : {};
  }
  if (asked === 'applied') return dice.chance(20) ? { aidedBefore: dice.chance(50) } : {};
  saying.mark('asked by others');
  if (asks && dice.chance(50)) return {};
  return dice.chance(50) ? { aidedBefore: true } : { signals: ['low_spending'] };
}
