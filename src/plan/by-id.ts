/** The one of a name that the rule file has: every name in a checked formula is one of them. */
export function byId<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  return list.find((one) => one.id === id) as T;
}
