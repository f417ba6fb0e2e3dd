/** Which mutant is on, and what the tests reach: called by the instrumented source at every mutant. */
export const state = { active: undefined, hits: 0, mostHits: 0, covering: [] };

/** Whether the mutant is on. One that goes on without end is stopped here. */
export function active(id) {
  if (id !== state.active) return false;
  state.hits += 1;
  if (state.hits > state.mostHits) throw new Error('without end');
  return true;
}

/** Counts, by mutant, how often its place was reached. */
export function cover(...ids) {
  const { covering } = state;
  if (covering === null) return;
  for (const id of ids) covering[id] = (covering[id] ?? 0) + 1;
}
