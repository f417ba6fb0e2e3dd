import type { Said } from '../language.js';

/** A sentence for every code in every language, as a template of `fill`. */
export type MessageCatalogue = Readonly<Record<string, Said>>;
