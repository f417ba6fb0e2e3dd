/** A piece of a page: text, or a tag with its attributes as written. Comments, scripts and styles are left out. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly tag: string; readonly attributes: string };

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[A-Za-z]/.test(character);

/** The end of a tag: the first `>` outside quotes, or, where a quote never closes, the first `>` at all. */
function tagEnd(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length && at < from + 65_536; at++) {
    const character = html[at]!;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  const end = html.indexOf('>', from);
  return end < 0 ? html.length : end;
}

function beyond(html: string, what: string, from: number): number {
  const at = html.indexOf(what, from);
  return at < 0 ? html.length : at + what.length;
}

/** Cuts a page into tokens in one pass, each byte looked at a bounded number of times. */
export function* tokensOf(html: string): Generator<Token> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? html.length : open;
    if (end > at) yield { kind: 'text', text: html.slice(at, end) };
    if (open < 0) return;
    if (html.startsWith('<!--', open)) {
      at = beyond(html, '-->', open + 4);
      continue;
    }
    const slash = html[open + 1] === '/';
    const nameAt = open + (slash ? 2 : 1);
    if (html[nameAt] === '!' || html[nameAt] === '?') {
      at = beyond(html, '>', nameAt);
      continue;
    }
    if (!isLetter(html[nameAt])) {
      yield { kind: 'text', text: '<' };
      at = open + 1;
      continue;
    }
    const close = tagEnd(html, nameAt);
    const inside = html.slice(nameAt, close);
    const tag = (/^[A-Za-z0-9:]+/.exec(inside)?.[0] ?? '').toLowerCase();
    at = close + 1;
    if (!slash && (tag === 'script' || tag === 'style')) {
      const rest = html.slice(at).search(new RegExp(`</${tag}`, 'i'));
      at = rest < 0 ? html.length : at + rest;
      continue;
    }
    yield { kind: slash ? 'close' : 'open', tag, attributes: inside.slice(tag.length) };
  }
}
