import type { LinkedProgramme, RuleSet } from '../../rules/index.js';
import type { Award } from '../determination.js';
import type { PossibleAward, View } from '../resolution.js';

/** Awards that rest on no hardship: nobody has to apply for them. */
export function universalAwards(rules: RuleSet, view: View): readonly Award[] {
  return rules.programmes
    .filter((programme) => programme.universal && (view.awards.get(programme.id) ?? null) !== null)
    .map((programme) => granted(programme, view.awards.get(programme.id) as bigint | 'unstated'));
}

/** What one programme gives over all completions; settled only where every completion gives the same. */
export function awardOf(programme: LinkedProgramme, possible: PossibleAward): Award {
  if (!possible.granted) return { ...shape(programme), state: 'notEntitled' };
  const { least, most } = possible;
  if (!possible.notEntitled && least === most) return granted(programme, least ?? 'unstated');
  if (least === null || most === null) return { ...shape(programme), state: 'open' };
  const from = possible.notEntitled ? 0n : least;
  const among = amongOf(possible);
  return {
    ...shape(programme),
    state: 'open',
    between: {
      currency: programme.currency as string,
      least: String(from),
      most: String(most),
      ...(among === null ? {} : { among: among.map(String) }),
    },
  };
}

/** So many amounts are named one by one. */
const FEW_AMOUNTS = 8;

/** All that it can come to, 0 where it may not be given at all. */
function amongOf({ amounts, notEntitled }: PossibleAward): readonly bigint[] | null {
  if (amounts === null) return null;
  const all = notEntitled && !amounts.includes(0n) ? [0n, ...amounts] : amounts;
  return all.length <= FEW_AMOUNTS ? all : null;
}

function shape(programme: LinkedProgramme) {
  const { instrument, payee, per } = programme.document;
  return { programme: programme.id, instrument, payee, per } as const;
}

function granted(programme: LinkedProgramme, amount: bigint | 'unstated'): Award {
  const money =
    amount === 'unstated' ? null : { currency: programme.currency as string, minor: String(amount) };
  return { ...shape(programme), state: 'granted', amount: money };
}
