/** Bounds of a rule file (`rules.limit`), so that every formula ends and every number stays exact. */
export const LIMITS = {
  fileBytes: 1_048_576,
  /** The edition with its CSV files put in. */
  expandedBytes: 8_388_608,
  yamlDepth: 16,
  formulaCharacters: 2_000,
  formulaNodes: 500,
  formulaDepth: 32,
  factsAndFigures: 2_000,
  /** Of a choice written where it is used, and of one in `choices`. */
  options: 64,
  choiceOptions: 200,
  tableKeys: 4,
  tableCells: 50_000,
  tableColumns: 16,
  /** Of one list of people. */
  people: 30,
  numberDigits: 40,
  tiers: 12,
  routes: 16,
  outputs: 64,
  programmes: 64,
  amendments: 40,
} as const;
