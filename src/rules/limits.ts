/** Bounds of a rule file (`rules.limit`), so that every formula ends and every number stays exact. */
export const LIMITS = {
  fileBytes: 1_048_576,
  yamlDepth: 16,
  formulaCharacters: 2_000,
  formulaNodes: 500,
  formulaDepth: 32,
  factsAndFigures: 2_000,
  options: 64,
  tableKeys: 4,
  tableCells: 50_000,
  tiers: 12,
  programmes: 64,
} as const;
