import * as z from 'zod';
import { nearest } from '../names.js';
import { header } from '../schema/header.js';
import { idSlot, labelSlot, textSlot, wordsSlot } from '../schema/slots.js';

/** What an amending edition says of itself; the rest of the edition is its predecessor's. */
export const HEADER = [
  'format',
  'scheme',
  'edition',
  'title',
  'standing',
  'status',
  'effective',
  'published',
] as const;

export const VERBS = ['replace', 'add', 'remove'] as const;
export type Verb = (typeof VERBS)[number];

const KEYS: readonly string[] = [...HEADER, 'amends', 'sources', ...VERBS];

/** The keys of an amending file that it may not have, each with the one that was most likely meant. */
export function otherKeys(root: object): readonly { readonly key: string; readonly near: string | null }[] {
  return Object.keys(root)
    .filter((key) => !KEYS.includes(key))
    .map((key) => ({ key, near: nearest(key, KEYS) }));
}

let made: z.ZodType | undefined;

/** The schema of a file that amends an edition: section 11 of the rule language. What is put in is checked in its place. */
export function amendmentSchema(): z.ZodType {
  made ??= z.strictObject({
    ...header(),
    title: wordsSlot().optional(),
    amends: labelSlot(),
    sources: z.record(idSlot(), z.unknown()).optional(),
    replace: z.record(textSlot(), z.unknown()).optional(),
    add: z.record(textSlot(), z.unknown()).optional(),
    remove: z.array(textSlot()).min(1).optional(),
  });
  return made;
}
