import type { Ground } from '../../src/check/ground.js';
import { listStanding } from '../../src/plan/index.js';
import { partsOf } from '../../src/rules/index.js';
import type { Draw } from '../check/draw.js';

/** Of rows of department lists at random, as many for each list: how many put a student twice where points are added. */
export function rowsThatCountTwice(ground: Ground, finding: string, count: number, draw: Draw): number {
  const { rules, plan } = ground;
  const part = partsOf(rules.score).find(({ path }) => `countedOnce score.${path}` === finding)?.value;
  const counted = new Set(part?.kind === 'categories' ? part.points.map(([id]) => id) : []);
  const lists = rules.lists.filter(({ attributes }) => attributes.length > 0);
  let twice = 0;
  for (let i = 0; i < count; i += 1) {
    const list = lists[i % lists.length];
    if (list === undefined) return 0;
    const row = Object.fromEntries(
      list.attributes.map(({ id, type, options }) => {
        const values = type.kind === 'flag' ? ['true', 'false'] : options;
        return [id, values[draw.below(values.length)] as string];
      }),
    );
    if (listStanding(plan, list.id, row).in.filter((id) => counted.has(id)).length > 1) twice += 1;
  }
  return twice;
}
