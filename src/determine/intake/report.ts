import { canonicalJson, type Issue, type Json } from '../../value/index.js';

/** Says why a value cannot be used; the value is then not known. */
export type Refuse = (code: string, values?: Issue['values']) => null;

/** In an order that does not depend on the order in which things were handed in. */
export function inOrder(issues: readonly Issue[]): Issue[] {
  return issues
    .map((issue) => [canonicalJson(issue as unknown as Json), issue] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, issue]) => issue);
}
