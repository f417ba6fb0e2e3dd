import type { Determination } from '../../determine/index.js';
import { exact } from '../../value/index.js';
import { type Asking, proved } from '../asking.js';
import type { Aspect } from '../aspects.js';
import { smallestStudents } from '../confirm.js';
import { canFall, deepest } from '../pairs/falling.js';
import { bit, maskOf, YES } from '../pairs/flags.js';
import { paired, point } from '../pairs/side.js';
import type { CheckedProperty, Witness } from '../report.js';
import type { View } from '../view.js';
import { noLess } from './worse-off.js';

/**
 * More aid by the tier is more money: with the next tier and all else equal, no programme that still pays gives less, and
 * all that a student may have together is no less.
 */
export function amountsByTier(asking: Asking): readonly CheckedProperty[] {
  const { ground, aspects } = asking;
  const { rules, plan } = ground;
  if (rules.tiers.length === 0) return [];
  const behind = new Set([plan.outputs.tier, ...ground.behindNode(plan.outputs.tier)]);
  const programmes = plan.outputs.programmes.filter(({ amount }) => amount !== null && behind.has(amount));
  const purses = aspects.filter(
    (aspect) => aspect.id !== 'tier' && aspect.roots.some((node) => behind.has(node)),
  );
  return [
    ...programmes.flatMap(({ id }) => oneProgramme(asking, id)),
    ...purses.flatMap((aspect) => together(asking, aspect)),
  ];
}

/** The next tier, all else being equal, for every tier but the last. */
function raised({ ground }: Asking, from: View): readonly View[] {
  const { rules, plan } = ground;
  return rules.tiers.flatMap((_, i) => {
    const step = paired(point(exact(BigInt(i))), point(exact(BigInt(i + 1))), null);
    return step === null ? [] : [from.where(plan.outputs.tier, [step])];
  });
}

function together(asking: Asking, aspect: Aspect): readonly CheckedProperty[] {
  const { rules } = asking.ground;
  return rules.tierIds.slice(1).flatMap((tier, i) =>
    proved(
      asking,
      {
        id: `sumOrder ${aspect.id} ${tier}`,
        property: 'sumOrder',
        severity: 'error',
        path: ['programmes'],
      },
      noLess(asking, aspect, (from) => raised(asking, from).slice(i, i + 1), tier, [
        rules.tierIds[i] as string,
        tier,
      ]),
    ),
  );
}

function oneProgramme(asking: Asking, id: string): readonly CheckedProperty[] {
  const { ground, standing } = asking;
  const { rules, plan } = ground;
  const at = plan.outputs.programmes.findIndex((one) => one.id === id);
  const amount = plan.outputs.programmes[at]?.amount as number;
  const entitled = standing.entitled[at] as number;
  const head = {
    id: `amountOrder ${id}`,
    property: 'amountOrder',
    severity: 'error',
    path: ['programmes', id, 'amount'],
  } as const;
  const minorOf = (of: Determination): bigint | null => {
    const award = of.awards.find((one) => one.programme === id);
    const minor = award?.state === 'granted' ? award.amount?.minor : undefined;
    return minor === undefined ? null : BigInt(minor);
  };
  return rules.tierIds.slice(1).flatMap((tier, i) => {
    const views = (from: View): readonly View[] => raised(asking, from).slice(i, i + 1);
    const given = [rules.tierIds[i] as string, tier];
    return proved(asking, { ...head, id: `${head.id} ${tier}` }, (from) => ({
      views: views(from(false)),
      fine: () => views(from(true)),
      steps: [],
      broken: (view) => (maskOf(view.at(entitled)) & bit(YES, YES)) !== 0 && canFall(view.at(amount)),
      rank: (view) => deepest(view.at(amount)),
      roots: [entitled, amount],
      confirm: (view): Witness | null => {
        let shown: readonly string[] = [];
        const shows = ([first, second]: readonly Determination[]): boolean => {
          if (first === undefined || second === undefined) return false;
          const [before, after] = [minorOf(first), minorOf(second)];
          if (before === null || after === null) return false;
          shown = [String(before), String(after)];
          return after < before;
        };
        const students = smallestStudents(ground, standing, view, shows, given);
        const [before, after] = students ?? [];
        if (before === undefined || after === undefined) return null;
        return { students: [before, after], shows: shown, differs: tier };
      },
    }));
  });
}
