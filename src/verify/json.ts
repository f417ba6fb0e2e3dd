/** A JSON value as it was written. Objects are maps, so that no key can mean more than itself. */
export type Value = null | boolean | number | string | readonly Value[] | Members;
export type Members = ReadonlyMap<string, Value>;

const BLANK = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)/y;
const PLAIN = /[^"\\\p{Cc}]*/uy;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const MOST_DEPTH = 250;

class Unreadable extends Error {}

/** Reads one JSON text. A key that stands twice, a fraction, an exponent or anything behind the value refuses it: then `undefined`. */
export function readJson(text: string): Value | undefined {
  try {
    const reader = new Reader(text);
    const value = reader.value(0);
    return reader.isAtEnd() ? value : undefined;
  } catch (cause) {
    if (cause instanceof Unreadable) return undefined;
    throw cause;
  }
}

class Reader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  isAtEnd(): boolean {
    this.take(BLANK);
    return this.at === this.text.length;
  }

  value(depth: number): Value {
    if (depth > MOST_DEPTH) throw new Unreadable();
    this.take(BLANK);
    switch (this.text[this.at]) {
      case '{':
        return this.members(depth);
      case '[':
        return this.items(depth);
      case '"':
        return this.string();
      case 't':
        return this.word('true', true);
      case 'f':
        return this.word('false', false);
      case 'n':
        return this.word('null', null);
      default:
        return this.number();
    }
  }

  private members(depth: number): Members {
    const members = new Map<string, Value>();
    this.at += 1;
    if (this.next('}')) return members;
    do {
      this.take(BLANK);
      if (this.text[this.at] !== '"') throw new Unreadable();
      const key = this.string();
      if (members.has(key) || !this.next(':')) throw new Unreadable();
      members.set(key, this.value(depth + 1));
    } while (this.next(','));
    if (!this.next('}')) throw new Unreadable();
    return members;
  }

  private items(depth: number): readonly Value[] {
    const items: Value[] = [];
    this.at += 1;
    if (this.next(']')) return items;
    do items.push(this.value(depth + 1));
    while (this.next(','));
    if (!this.next(']')) throw new Unreadable();
    return items;
  }

  private string(): string {
    this.at += 1;
    let said = '';
    for (;;) {
      said += this.take(PLAIN);
      const sign = this.text[this.at];
      if (sign === '"') break;
      if (sign !== '\\') {
        // U+007F to U+009F are control characters that JSON allows.
        if (sign === undefined || sign < ' ') throw new Unreadable();
        said += sign;
        this.at += 1;
        continue;
      }
      const sequence = this.text[this.at + 1] ?? '';
      if (sequence === 'u') {
        const digits = this.text.slice(this.at + 2, this.at + 6);
        if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw new Unreadable();
        said += String.fromCharCode(Number.parseInt(digits, 16));
        this.at += 6;
        continue;
      }
      const meant = ESCAPES[sequence];
      if (meant === undefined) throw new Unreadable();
      said += meant;
      this.at += 2;
    }
    this.at += 1;
    return said;
  }

  private number(): number {
    const digits = this.take(NUMBER);
    const number = Number(digits);
    if (digits === '' || !Number.isSafeInteger(number) || /[.eE0-9]/.test(this.text[this.at] ?? ''))
      throw new Unreadable();
    return number;
  }

  private word<T>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.at)) throw new Unreadable();
    this.at += word.length;
    return value;
  }

  private next(sign: string): boolean {
    this.take(BLANK);
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }
}

const NOTHING: Members = new Map();

export const isMembers = (value: Value | undefined): value is Members => value instanceof Map;
export const isItems = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

/** What is said under a key, in the form asked for; what is not said, or otherwise, is empty. */
export const membersAt = (of: Members, key: string): Members => {
  const value = of.get(key);
  return isMembers(value) ? value : NOTHING;
};
export const itemsAt = (of: Members, key: string): readonly Value[] => {
  const value = of.get(key);
  return isItems(value) ? value : [];
};
export const textAt = (of: Members, key: string): string => {
  const value = of.get(key);
  return typeof value === 'string' ? value : '';
};
export const countAt = (of: Members, key: string): number => {
  const value = of.get(key);
  return typeof value === 'number' ? value : 0;
};
export const eachAt = (of: Members, key: string): readonly Members[] => itemsAt(of, key).filter(isMembers);
export const textsAt = (of: Members, key: string): readonly string[] =>
  itemsAt(of, key).filter((value) => typeof value === 'string');
