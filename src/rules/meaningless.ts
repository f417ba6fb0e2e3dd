/** Members of a canonical document that are texts for people: they mean nothing to a determination. */
export const WITHOUT_MEANING: ReadonlySet<string> = new Set([
  'title',
  'titles',
  'source',
  'sources',
  'because',
  'protected',
  'owner',
  // Why there is a gap to the edition before, or an overlap with it.
  'gap',
  'overlap',
]);

/** Members whose own members are ids that an officer chose: those may be any of the words above, and never count as such. */
export const NAMED_BY_THE_FILE: ReadonlySet<string> = new Set([
  'choices',
  'facts',
  // Attributes of people; elsewhere `of` is a text or a list.
  'of',
  'parameters',
  'tables',
  'schedules',
  'figures',
  'evidence',
  'lists',
  'attributes',
  'categories',
  'parts',
  'vetoes',
  'scope',
  'programmes',
  'options',
]);
