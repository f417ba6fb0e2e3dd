import type { AttributeDocument, ListDocument } from '../document.js';
import type { Path } from '../text/index.js';
import type { Context } from './context.js';
import { about, mapped, members, words } from './raw.js';

export function expandList(context: Context, raw: unknown, id: string): ListDocument {
  const l = members(raw);
  return {
    attributes: mapped(l.attributes, (one, name) =>
      attributeOf(context, one, `${id}.${name}`, ['lists', id, 'attributes', name]),
    ),
    ...(l.owner === undefined ? {} : { owner: words(l.owner) }),
    ...about(l),
  };
}

function attributeOf(context: Context, raw: unknown, name: string, path: Path): AttributeDocument {
  const a = members(raw);
  const title = a.title === undefined ? {} : { title: words(a.title) };
  if (a.type === 'flag') return { type: 'flag', ...title };
  return { type: 'choice', choice: context.choice(a, name, path), ...title };
}
