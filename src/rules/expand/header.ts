import type { DateRules, RuleDocument } from '../document.js';
import { type Members, mapped, members, words } from './raw.js';

type Header = Pick<
  RuleDocument,
  | 'format'
  | 'scheme'
  | 'edition'
  | 'title'
  | 'standing'
  | 'status'
  | 'effective'
  | 'published'
  | 'dates'
  | 'sources'
>;

export function expandHeader(raw: Members): Header {
  return {
    format: '1',
    scheme: String(raw.scheme),
    edition: String(raw.edition),
    title: words(raw.title),
    standing: raw.standing as Header['standing'],
    status: raw.status as Header['status'],
    effective: effectiveOf(members(raw.effective)),
    published: String(raw.published),
    dates: members(raw.dates) as DateRules,
    sources: mapped(raw.sources, (one) => {
      const s = members(one);
      return { ...s, title: words(s.title) } as Header['sources'][string];
    }),
  };
}

function effectiveOf({ gap, overlap, ...days }: Members): Header['effective'] {
  return {
    ...(days as Header['effective']),
    ...(gap === undefined ? {} : { gap: words(gap) }),
    ...(overlap === undefined ? {} : { overlap: words(overlap) }),
  };
}
