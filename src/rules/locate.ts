import { order, quotient } from '../value/index.js';
import { canonicalNumber } from './expand.js';
import type { Path } from './text/index.js';

type Members = Readonly<Record<string, unknown>>;
const isMembers = (value: unknown): value is Members => value !== null && typeof value === 'object';

/** Steps of the long form that a file writes under another name, or leaves out. */
const ALSO: Readonly<Record<string, readonly string[]>> = { is: ['points'], of: ['by'], cases: ['best_of'] };

/** The place in the file as it was written for a path in its long form. */
export function locate(root: unknown, path: Path): Path {
  const found: (string | number)[] = [];
  let here: unknown = root;
  for (let i = 0; i < path.length; i += 1) {
    const step = path[i] as string | number;
    if (!isMembers(here)) break;
    const name = [step, ...(ALSO[step] ?? [])].find((s) => (here as Members)[s] !== undefined);
    if (name !== undefined) {
      found.push(name);
      here = (here as Members)[name];
      continue;
    }
    if (step === 'bands') {
      // Bands written as a mapping stand under their cuts, in the order of these.
      const edge = ['below', 'up_to', 'from'].find((key) => (here as Members)[key] !== undefined) as string;
      const cuts = Object.keys((here as Members)[edge] as Members).sort((a, b) =>
        order(quotient(canonicalNumber(a)), quotient(canonicalNumber(b))),
      );
      const cut = (edge === 'from' ? cuts.reverse() : cuts)[path[i + 1] as number];
      found.push(edge, ...(cut === undefined ? [] : [cut]));
      break;
    }
  }
  return found;
}
