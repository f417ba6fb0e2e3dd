import type {
  AttributeFact,
  EvidenceNeed,
  FactDocument,
  Origin,
  UnknownPolicy,
  ValueShape,
} from '../document.js';
import { LIMITS } from '../limits.js';
import { own } from '../own.js';
import type { Path } from '../text/index.js';
import type { Context } from './context.js';
import { gridOf, pair } from './grid.js';
import { canonicalNumber } from './number.js';
import { about, given, type Members, mapped, members, note, words } from './raw.js';

/** Days that a date can be where its fact does not say. */
const EVERY_DATE = ['1900-01-01', '2100-12-31'] as const;

export function expandFact(context: Context, raw: unknown, id: string): FactDocument {
  const f = members(raw);
  const path: Path = ['facts', id];
  const shape = shapeOf(context, f, id, path);
  return {
    ...shape,
    ...(shape.type === 'people' ? peopleOf(context, f, id, path) : {}),
    ...given(f, ['only_if'], context.formula),
    worse: worseOf(context, f, shape),
    origin: (f.origin as Origin | undefined) ?? 'survey',
    ...(f.by === undefined ? {} : { by: f.by as readonly string[] }),
    unknown: unknownPolicy(f.unknown, shape.type),
    ...(f.evidence === undefined ? {} : { evidence: f.evidence as EvidenceNeed }),
    ...(f.protected === undefined ? {} : { protected: note(f.protected) }),
    ...about(f),
  };
}

/** What a fact or an attribute can be; `name` is that of a choice written here. */
function shapeOf(context: Context, raw: Members, name: string, path: Path): ValueShape {
  const type = raw.type as ValueShape['type'];
  const none = given(raw, ['none'], (text) => canonicalValue(text, type));
  switch (type) {
    case 'choice':
    case 'several':
      return { type, choice: context.choice(raw, name, path), ...none };
    case 'number': {
      const unit = context.unit(raw.unit);
      return { type, unit, ...gridOf(context, raw, unit, path), ...none };
    }
    case 'date':
      return { type, range: raw.range === undefined ? EVERY_DATE : pair(raw.range, (day) => day), ...none };
    default:
      return { type, ...none };
  }
}

/** How many people there can be, and what may be known of each. */
function peopleOf(context: Context, raw: Members, id: string, path: Path): Pick<FactDocument, 'size' | 'of'> {
  const size = pair(raw.size, canonicalNumber);
  if (Number(size[1]) > LIMITS.people)
    context.refuse('rules.limit', [...path, 'size', 1], { what: 'people', most: LIMITS.people });
  return {
    size,
    of: mapped(raw.of, (one, attribute): AttributeFact => {
      const a = members(one);
      const shape = shapeOf(context, a, `${id}.${attribute}`, [...path, 'of', attribute]);
      const title = a.title === undefined ? {} : { title: words(a.title) };
      return { ...(shape as AttributeFact), worse: worseOf(context, a, shape), ...title };
    }),
  };
}

function worseOf(context: Context, raw: Members, shape: ValueShape): FactDocument['worse'] {
  if (raw.worse !== 'listed') return (raw.worse as FactDocument['worse'] | undefined) ?? 'none';
  return own(context.choices, shape.choice ?? '')?.of ?? [];
}

const canonicalValue = (text: string, type: ValueShape['type']): string =>
  type === 'number' ? canonicalNumber(text) : text;

function unknownPolicy(raw: unknown, type: ValueShape['type']): UnknownPolicy {
  if (raw === undefined || raw === 'ask') return { policy: 'ask' };
  if (raw === 'block') return { policy: 'block' };
  const u = members(raw);
  if (u.no_points !== undefined) return { policy: 'no_points', because: words(u.no_points) };
  const source = u.source === undefined ? {} : { source: note(u.source) };
  const value = canonicalValue(String(u.assume), type);
  return { policy: 'assume', value, because: words(u.because), ...source };
}
