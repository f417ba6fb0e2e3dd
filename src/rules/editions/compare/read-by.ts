import { canonicalJson, type Json } from '../../../value/index.js';
import type { RuleDocument } from '../../document.js';

const NAME = /[a-z][a-z0-9_]*/g;

/** The figures, parameters, tables and schedules that some part of a document reads, those behind them included. */
export function readBy(document: RuleDocument, of: Json): ReadonlySet<string> {
  const { figures, parameters, tables, schedules } = document;
  const found = new Set<string>();
  const visit = (json: Json): void => {
    // Names are searched in the text: an option never has the name of a value, and one too many does no harm.
    for (const [name] of canonicalJson(json).matchAll(NAME)) {
      if (found.has(name)) continue;
      const known = [figures, parameters, tables, schedules].find((block) => Object.hasOwn(block, name));
      if (known === undefined) continue;
      found.add(name);
      visit(known[name] as unknown as Json);
    }
  };
  visit(of);
  return found;
}
