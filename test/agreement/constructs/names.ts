/** The names of those that are there. */
export const names = (of: Readonly<Record<string, boolean>>): readonly string[] =>
  Object.keys(of).filter((name) => of[name] === true);
