/** What a walk over an XML part is told. Names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

export type Attributes = (name: string) => string | undefined;

export class XmlError extends Error {}

const LT = 0x3c;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function entity(whole: string, name: string): string {
  if (name.startsWith('#')) {
    const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    if (!(point >= 0 && point <= 0x10ffff)) throw new XmlError(whole);
    return String.fromCodePoint(point);
  }
  const character = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
  if (character === undefined) throw new XmlError('entity');
  return character;
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z]+);/g, entity);
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const EQUALS = '=';

/** Attributes by local name; an unprefixed one goes before a prefixed one of the same name. */
function attributesOf(raw: string): Attributes {
  let found: Map<string, string> | undefined;
  return (wanted) => {
    found ??= readAttributes(raw);
    return found.get(wanted);
  };
}

function readAttributes(raw: string): Map<string, string> {
  const found = new Map<string, string>();
  let at = 0;
  for (;;) {
    const equals = raw.indexOf(EQUALS, at);
    if (equals < 0) break;
    const name = raw.slice(at, equals).trim();
    let start = equals + 1;
    while (raw.charCodeAt(start) <= 0x20) start += 1;
    const quote = raw[start];
    const end = quote === '"' || quote === "'" ? raw.indexOf(quote, start + 1) : -1;
    if (end < 0) throw new XmlError('attribute');
    const key = local(name);
    if (key === name || !found.has(key)) found.set(key, unescaped(raw.slice(start + 1, end)));
    at = end + 1;
  }
  if (raw.slice(at).trim() !== '') throw new XmlError('attribute');
  return found;
}

const [QUOTE, APOSTROPHE, GT] = [0x22, 0x27, 0x3e];

/** The end of a tag: the first `>` outside quotes. */
function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at++) {
    const unit = xml.charCodeAt(at);
    if (quote !== 0) {
      if (unit === quote) quote = 0;
    } else if (unit === QUOTE || unit === APOSTROPHE) quote = unit;
    else if (unit === GT) return at;
  }
  throw new XmlError('unclosed tag');
}

function after(xml: string, what: string, from: number): number {
  const at = xml.indexOf(what, from);
  if (at < 0) throw new XmlError('unclosed');
  return at;
}

/**
 * Walks an XML part from its first tag to its last. Unlike a lenient reader it refuses tags that do not match and a
 * part that ends early, because a sheet cut off in the middle must not look like a shorter sheet. A DOCTYPE never
 * gets here: the caller refuses it first.
 */
export function walkXml(xml: string, handler: XmlHandler): void {
  const open: string[] = [];
  let roots = 0;
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < xml.length) {
    if (xml.charCodeAt(at) !== LT) {
      const end = xml.indexOf('<', at);
      const text = xml.slice(at, end < 0 ? undefined : end);
      if (open.length > 0) handler.text(unescaped(text));
      else if (text.trim() !== '') throw new XmlError('text outside');
      at = end < 0 ? xml.length : end;
    } else if (xml.startsWith('<?', at)) {
      at = after(xml, '?>', at) + 2;
    } else if (xml.startsWith('<!--', at)) {
      at = after(xml, '-->', at + 4) + 3;
    } else if (xml.startsWith('<![CDATA[', at)) {
      const end = after(xml, ']]>', at);
      handler.text(xml.slice(at + 9, end));
      at = end + 3;
    } else if (xml.startsWith('</', at)) {
      const end = after(xml, '>', at);
      const name = xml.slice(at + 2, end).trim();
      if (open.pop() !== name) throw new XmlError('mismatched tag');
      handler.close(local(name));
      at = end + 1;
    } else {
      const end = tagEnd(xml, at + 1);
      const empty = xml.charCodeAt(end - 1) === 0x2f;
      const tag = xml.slice(at + 1, empty ? end - 1 : end);
      const space = tag.search(/\s/);
      const name = space < 0 ? tag : tag.slice(0, space);
      if (name === '' || name.startsWith('!')) throw new XmlError('tag');
      if (open.length === 0 && ++roots > 1) throw new XmlError('two roots');
      handler.open(local(name), attributesOf(space < 0 ? '' : tag.slice(space)));
      if (empty) handler.close(local(name));
      else open.push(name);
      at = end + 1;
    }
  }
  if (open.length > 0 || roots === 0) throw new XmlError('ends early');
}
