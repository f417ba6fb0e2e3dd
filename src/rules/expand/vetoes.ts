import type { VetoDocument } from '../document.js';
import type { Context } from './context.js';
import { about, given, members } from './raw.js';

export function expandVeto(context: Context, raw: unknown): VetoDocument {
  const v = members(raw);
  return {
    when: context.formula(String(v.when)),
    ...given(v, ['unless'], context.formula),
    effect: v.effect as VetoDocument['effect'],
    against_floor: v.against_floor as VetoDocument['against_floor'],
    ...about(v),
  };
}
