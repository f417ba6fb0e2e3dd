import type { KeyDocument } from '../document.js';
import type { Path } from '../text/index.js';
import type { Context } from './context.js';
import { entries } from './raw.js';

const WHOLE = /^(-?[0-9]+)\.\.(-?[0-9]+)(\+?)$/;

/** The keys of a table: `stage` is both name and type, `{ size: 2..6 }` a name and its type. */
export function keysOf(context: Context, raw: unknown, path: Path): readonly KeyDocument[] {
  return (raw as readonly unknown[]).map((one, i): KeyDocument => {
    const [name, type] = named(one);
    const whole = WHOLE.exec(type);
    if (whole !== null) {
      const [low, high] = [Number(whole[1]), Number(whole[2])];
      if (low > high) context.refuse('rules.rangeEmpty', [...path, i], { low, high });
      return { name, type: 'whole', low: String(low), high: String(high), more: whole[3] === '+' };
    }
    if (type === 'flag' || type === 'code') return { name, type };
    return { name, type: 'choice', choice: type };
  });
}

/** `stage`, or `{ stage: stages }`. */
export function named(raw: unknown): readonly [name: string, type: string] {
  if (typeof raw === 'string') return [raw, raw];
  const [[name, type] = ['', '']] = entries(raw);
  return [name, String(type)];
}
