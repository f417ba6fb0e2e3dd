import type { Issue } from '../value/index.js';
import type { CheckedProperty } from './report.js';

/** What the name of a finding is made of, for a sentence about it. */
function partsOf({ id, property }: CheckedProperty): Readonly<Record<string, string>> {
  const [, first = '', ...others] = id.split(' ');
  switch (property) {
    case 'monotone':
      return { fact: first, aspect: others.join(' ') };
    case 'membership':
      return { category: first, aspect: others.join(' ') };
    case 'sumOrder':
      return { aspect: [first, ...others.slice(0, -1)].join(' '), tier: others.at(-1) ?? '' };
    case 'amountOrder':
      return { programme: first, tier: others.join(' ') };
    case 'reachable':
      return { kind: first, of: others.join(' ') };
    default:
      return { of: first };
  }
}

/**
 * A finding as an issue, for a sentence: what was refuted (`check.monotone`, …, one for each property), what could not be
 * proved (`check.notProved`) with its reason. `null` for what holds.
 */
export function issueOf(found: CheckedProperty, file?: string): Issue | null {
  if (found.status === 'proved' || found.status === 'byConstruction') return null;
  const place = { ...found.place, ...(file === undefined ? {} : { file }) };
  const { stage = '', setting = '', at = '' } = found;
  const where = { finding: found.id, stage, setting, at };
  if (found.status === 'notProved')
    return {
      code: 'check.notProved',
      severity: 'warning',
      place,
      values: { ...where, ...found.because?.values },
    };
  const [before = '', after = ''] = found.witness?.shows ?? [];
  return {
    code: sentenceOf(found),
    severity: found.severity,
    place,
    values: { ...where, ...partsOf(found), before, after, ...found.because?.values },
  };
}

/** Its property, but where one property is broken in several ways. */
function sentenceOf({ id, property, because }: CheckedProperty): string {
  if (id.startsWith('reachable rows')) return 'check.rows';
  if (because?.code === 'check.addsDominated') return 'check.dominated';
  return because?.code === 'check.addsTwice' ? 'check.addedTwice' : `check.${property}`;
}
