import type { Json } from '../../../value/index.js';
import type { SourceNote, Words } from '../../words.js';

/** What is held against each other at one path of two canonical documents. */
export interface Item {
  /** The part of the document that stands there. */
  readonly json: Json;
  /** Of something that has no inside: its canonical text. */
  readonly text?: string;
  readonly members: ReadonlyMap<string, Item>;
  /** Which construct it is, with the members that belong to it: another construct is compared as a whole. */
  readonly form?: { readonly kind: string; readonly json: Json; readonly members: ReadonlySet<string> };
  /** Values in a row, each under a cut or a condition. */
  readonly row?: Row;
  /** Ids in an order that means something. */
  readonly order?: readonly string[];
  readonly title?: Words;
  readonly source?: SourceNote;
  /** Titles, sources and reasons: no part of the meaning. */
  readonly words?: true;
}

export interface Row {
  readonly of: 'cuts' | 'conditions';
  readonly entries: readonly { readonly at: string; readonly is: string }[];
}

export const leaf = (text: string, words = false): Item => ({
  json: text,
  text,
  members: new Map(),
  ...(words ? { words } : {}),
});

export type Members = { readonly [key: string]: Json };
export const isMembers = (json: Json | undefined): json is Members =>
  json !== null && typeof json === 'object' && !Array.isArray(json);
export const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json);
