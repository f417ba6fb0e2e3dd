/**
 * The walls of the house. Every rule says in its comment which mistake it prevents; test/house/walls.test.ts
 * plants each of those mistakes and expects it to be caught.
 */

/** The arrows: a folder of src/ may import itself and what stands here, nothing else. */
const MAY_IMPORT = {
  value: [],
  rules: ['value'],
  roster: ['value'],
  reference: ['value', 'rules'],
  plan: ['value', 'rules'],
  reconcile: ['value', 'roster'],
  determine: ['value', 'rules', 'reference', 'plan', 'roster'],
  check: ['value', 'rules', 'plan', 'roster', 'determine'],
  cases: ['value', 'rules', 'plan', 'roster', 'determine'],
  mutate: ['value', 'rules', 'plan', 'cases'],
  testing: ['value', 'rules', 'plan', 'roster', 'determine', 'explain'],
  record: ['value', 'rules', 'plan', 'roster', 'reconcile', 'determine'],
  explain: ['value', 'rules', 'plan', 'roster', 'reconcile', 'determine'],
  batch: [
    'value',
    'rules',
    'plan',
    'roster',
    'reference',
    'reconcile',
    'determine',
    'check',
    'cases',
    'record',
    'explain',
  ],
  cli: [
    'value',
    'rules',
    'plan',
    'roster',
    'reference',
    'reconcile',
    'determine',
    'check',
    'cases',
    'mutate',
    'record',
    'explain',
    'batch',
    'verify',
  ],
  verify: [],
};

/** What an arrow protects, in the words of the person who would break it. */
const WHY = {
  value:
    'Numbers and dates that know about rules or students can no longer be trusted to be just numbers and dates.',
  rules:
    'A rule file must mean the same whoever is decided by it, so reading one may not look at students or plans.',
  roster: 'What is known of a student may not depend on how it will be judged.',
  reference:
    'The reference meaning is the independent witness: if it borrows from the plan, both can be wrong together.',
  plan: 'A plan is made of rules alone; one that sees students or determinations is no longer the same for everybody.',
  reconcile:
    'Who stands on which list is a matter of identity; matching that sees scores could prefer a result.',
  determine: 'One student, pure: deciding may not look at other students, at words or at files.',
  check:
    'A proof is about rules and what is determined by them; one that sees words or files would prove something else.',
  cases:
    'Rule cases hold rules against both meanings; a case that sees records or words would test those instead.',
  mutate:
    'A mutant is an edit of a rule file judged by its cases; one that looked into the engine would test that.',
  testing:
    'The kit tries what a caller can see of a rule set; what it would reach past that no caller could rely on.',
  record: 'A record states what was decided; one that needs words or files cannot be replayed.',
  explain: 'Words are made from a determination; words that feed back into deciding would decide.',
  batch: 'The reader of files must work without the command, so that a service can use it.',
  cli: 'The command is the outermost room; what it needs comes from the rooms it is allowed to enter.',
  verify:
    'The checker does not trust the engine: sharing one line of code with it would let one mistake pass both.',
};

/** The kit is for tests: it may use fast-check, which who determines never loads. */
const CORE = '^src/(?!batch/|cli/|testing/)';
const CORE_PACKAGES = ['zod', 'decimal\\.js', 'date-fns', '@date-fns/utc', 'yaml', '@noble/hashes'];
const packages = (...names) => `node_modules/(${names.join('|')})/`;

const arrows = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  name: `arrow-${folder}`,
  comment: `${WHY[folder]} src/${folder} imports ${allowed.length === 0 ? 'none of its neighbours' : `only ${allowed.join(', ')}`}.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'known-rooms',
      comment:
        'A folder without arrows has no walls: a new folder of src/ says in MAY_IMPORT what it may import.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${Object.keys(MAY_IMPORT).join('|')})/` },
      to: {},
    },
    {
      name: 'doors',
      comment:
        "A folder's index.ts is its only door. Whoever imports a file behind it makes an inner detail public, and the next change of that detail breaks a neighbour nobody thought of.",
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'public-list',
      comment:
        'src/index.ts is the public list of the pure core: what it took from batch or cli would not run in a browser, and what it took past a door would be public by accident.',
      severity: 'error',
      from: { path: '^src/[^/]+$' },
      to: { path: ['^src/(batch|cli)/', '^src/[^/]+/.+'], pathNot: '^src/(?!batch/|cli/)[^/]+/index\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment:
        'In a circle nobody can be understood, tested or replaced alone, and load order decides what is defined. Types of one recursive structure may name each other: the arrows keep them inside one folder.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'core-without-node',
      comment:
        'The core reads no file, clock, environment or random number, and runs in a browser: a Node built-in in it would end both.',
      severity: 'error',
      from: { path: CORE },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-packages',
      comment:
        'Every package in the core is weight in a browser and trust for twenty years of replay; the list is closed.',
      severity: 'error',
      from: { path: CORE },
      to: { path: 'node_modules/', pathNot: packages(...CORE_PACKAGES) },
    },
    {
      name: 'decimal-in-value',
      comment:
        'decimal.js has a global, mutable precision: outside the frozen clone of value/ somebody else could change a determination.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/value/' },
      to: { path: packages('decimal\\.js') },
    },
    {
      name: 'dates-in-value',
      comment:
        'date-fns works on Date, which has a time and a zone: outside value/ a birthday could move by a day between two machines.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/value/' },
      to: { path: packages('date-fns', '@date-fns/utc') },
    },
    {
      name: 'readers-where-files-are-read',
      comment:
        'yaml and zod belong to reading: anywhere else they would weigh on everybody who determines from an expanded rule set.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(rules|cases|batch)/' },
      to: { path: packages('yaml', 'zod') },
    },
    {
      name: 'only-dependencies',
      comment:
        'A package that is not a dependency is there on our machine and missing on the machine of the bureau.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-bundled'],
        dependencyTypesNot: ['npm', 'npm-peer'],
      },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere is seen by no other wall, and fails only where it is run.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count: a type that crosses a wall is a dependency like any other.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
