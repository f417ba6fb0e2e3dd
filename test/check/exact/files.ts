// Small rule files, each with something wrong of one kind.

const HEAD = `format: 1
scheme: xx-exact
edition: 2025
title: 县
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-31
`;

const CHOICES = 'choices: { colour: [red, blue], grade: { of: [a, b, c, d, e, f], ordered: true } }\n';
const LISTS = `lists: { civil: { title: 民政, attributes: { kind: { type: choice, of: [dibao, orphan] } } }, other: { title: 其他 } }
`;

/** A score of these parts, of which 5 points are a tier and 9 the next. */
const scored = (facts: string, parts: string, more = ''): string =>
  `${HEAD}facts:\n${facts}${more}score:\n  parts:\n${parts}tiers: [{ id: hard, from: 9 }, { id: general, from: 5 }]\n`;

const pays = (id: string, rest: string): string =>
  `  ${id}: { title: ${id}, instrument: grant, per: year, payee: student, ${rest} }\n`;

const STAGES = `  stage: { type: choice, of: [primary, junior], origin: enrolment, worse: none }
  setting: { type: choice, of: [ordinary, home], origin: enrolment, worse: none }
`;

/** By what is wrong. */
export const FILES: Readonly<Record<string, string>> = {
  flags: scored(
    '  alone: { type: flag, worse: if_true }\n  housed: { type: flag, worse: if_false }\n  other: { type: flag, worse: none }\n',
    '    alone: { when: alone, points: -3 }\n    housed: { when: housed, points: 4 }\n    other: { when: other, points: 5 }\n',
  ),
  choices: scored(
    '  health: { type: choice, of: [well, weak, ill], worse: listed, none: well }\n  work: { type: choice, of: [steady, odd, idle, unsaid], worse: [odd, steady, idle] }\n',
    '    health: { of: health, options: { well: 4, weak: 6, ill: 5 }, otherwise: 0 }\n    work: { of: work, options: { steady: 1, odd: 3, idle: 2 }, otherwise: 0 }\n',
  ),
  numbers: scored(
    '  income: { type: number, unit: CNY/year, range: [0, 9_000], step: 10, worse: lower }\n  debt: { type: number, unit: CNY, range: [0, 500], step: 100, none: 0, worse: higher }\n',
    '    income: { of: income, bands: [{ below: 1_000, is: 4 }, { up_to: 3_000, is: 6 }], otherwise: 0 }\n    debt: { points: "max(0, 3 - debt / 100[CNY]) * 1[point]" }\n',
  ),
  decimals: scored(
    '  share: { type: number, unit: point, range: [-2, 2], step: 0.25, worse: higher }\n  kin: { type: number, unit: person, range: [1, 4], worse: lower }\n',
    '    share: { of: share, bands: [{ below: -0.5, is: 4 }, { below: 1.25, is: 6 }], otherwise: 5.5 }\n    kin: { each: 0.5, of: "kin / 1[person]" }\n',
  ),
  several: scored(
    '  marks: { type: several, of: [fire, flood], worse: more }\n  goods: { type: several, of: [car, flat], worse: fewer }\n',
    '    marks: { several: marks, options: { fire: 5, flood: -1 } }\n    goods: { several: goods, take: best, options: { car: 4, flat: 2 } }\n',
  ),
  dates: scored(
    '  lost_on: { type: date, none: allowed, range: [2025-08-01, 2026-12-31], worse: later }\n  born_on: { type: date, range: [2000-01-01, 2010-12-31], worse: earlier }\n',
    '    lost: { recent: lost_on, up_to: { 10 days: 2, 6 months: 4 }, otherwise: 0 }\n    born: { when: "age(born_on, as_of) < 20", points: 5 }\n',
    'dates: { month_end: last_day, leap_birthday: 03-01 }\n',
  ),
  events: scored(
    '  lost_on: { type: date, none: allowed, range: [2025-08-01, 2026-12-31], worse: later }\n',
    '    lost: { recent: lost_on, up_to: { 10 days: 5, 6 months: 9 }, otherwise: 0 }\n',
    'dates: { month_end: last_day, leap_birthday: 03-01 }\n',
  ),
  people: scored(
    '  family: { type: people, size: [1, 3], worse: more, of: { pupil: { type: flag, worse: if_true }, kin: { type: choice, of: [near, far], worse: none } } }\n',
    '    pupils: { of: pupils, bands: [{ below: 1, is: 1 }, { up_to: 2, is: 5 }], otherwise: 2 }\n    near: { each: 1, of: "count(family where kin = near)" }\n',
    'figures: { pupils: count(family where pupil) }\n',
  ),
  pay: scored(
    '  family: { type: people, size: [0, 2], worse: fewer, of: { pay: { type: number, unit: CNY/year, range: [0, 900], step: 100, none: 0, worse: lower } } }\n',
    '    pays: { when: pays > 500, points: 5 }\n',
    'figures: { pays: sum(pay of family) }\n',
  ),
  codes: scored(
    '  county: { type: code, worse: none }\n  ill: { type: flag, worse: if_true }\n',
    '    county: { points: "near[county]" }\n    ill: { when: "ill and near[county] < 5", points: -1 }\n    all: { points: 1 }\n',
    'tables: { near: { unit: point, keys: [{ county: code }], match: prefix, rows: { "3715": 5, "371502": 4 }, otherwise: 0 } }\n',
  ),
  decided: scored(
    '  checked: { type: flag, by: [teacher], worse: if_true, unknown: { assume: false, because: 未经查实 } }\n  ill: { type: flag, worse: if_true, unknown: block }\n  other: { type: flag, worse: none }\n',
    '    checked: { when: checked, points: -2 }\n    ill: { when: ill, points: 4 }\n    other: { when: not ill and other, points: 1 }\n    home: { parts: { visit: { discretion: [0, 5], by: [teacher], needs: [reason], undecided: 0 } } }\n',
  ),
  papers: scored(
    '  disabled: { type: flag, worse: if_true, evidence: { any_of: [card], missing: ask } }\n  ill: { type: flag, worse: if_false }\n',
    '    disabled: { when: disabled, points: 6 }\n    ill: { when: ill, points: 3, evidence: { any_of: [card], missing: ask } }\n',
    'evidence: { card: { title: 残疾证 } }\n',
  ),
  floors: scored(
    '  size: { type: number, unit: person, range: [1, 6], worse: higher }\n',
    '    size: { each: 1, of: "size / 1[person]" }\n    moved: { categories: best }\n',
    `${LISTS}categories:
  dibao: { list: civil, row: kind = dibao, floor: general, when: size < 4 }
  orphan: { list: civil, row: kind = orphan, floor: general, bypass: hard }
  moved: { list: other, points: 4, when: size <= 4 }
  never: { list: other, when: size > 9, floor: hard }
`,
  ),
  vetoes: `${scored(
    '  size: { type: number, unit: person, range: [1, 6], worse: higher }\n  poor: { type: flag, worse: if_true }\n',
    '    size: { each: 2, of: "size / 1[person]" }\n',
    `${LISTS}categories: { dibao: { list: civil, floor: hard } }\n`,
  )}vetoes:
  rich: { when: size = 6 and not poor, effect: not_recognised, against_floor: review }
  crowd: { when: size >= 5 and poor, effect: { cap: general }, against_floor: floor_wins }
  odd: { when: size = 3, effect: zero_score, against_floor: floor_wins }
`,
  scope: `${scored(
    '  size: { type: number, unit: person, range: [1, 6], worse: higher }\n  here: { type: flag, worse: none }\n',
    '    size: { each: 2, of: "size / 1[person]" }\n',
    'figures: { twice: "size * 2" }\n',
  )}scope: { enrolled: { is: here }, small: { is: size < 6 } }\n`,
  listed: scored(
    '  ill: { type: flag, worse: if_true }\n',
    '    a: { when: dibao and ill, points: 5 }\n    b: { when: dibao, points: -5 }\n    c: { when: dibao or moved, points: 2 }\n    sum: { categories: sum }\n',
    `${LISTS}categories: { dibao: { list: civil, row: kind = dibao, points: 2 }, both: { list: civil, row: "kind in [dibao, orphan]", points: 1 }, moved: { list: other } }\n`,
  ),
  amounts: `${scored(
    '  poor: { type: choice, of: yes_no, worse: listed }\n  size: { type: number, unit: person, range: [1, 3], worse: higher }\n',
    '    poor: { when: poor = poorer, points: 6 }\n    size: { each: 1, of: "size / 1[person]" }\n',
    'choices: { yes_no: [richer, poorer] }\ntables: { rate: { unit: CNY/year, keys: [yes_no, tier], rows: { poorer: { hard: 100, general: 150 }, richer: { hard: 200, general: 120 } }, otherwise: 0 } }\n',
  )}programmes:
${pays('grant', 'for: tier >= general, amount: { by: tier, options: { hard: 900, general: 700 }, otherwise: 0 }')}${pays('extra', 'for: tier = general, amount: 500')}${pays('lunch', 'for: tier >= general, amount: "rate[poor, tier]"')}`,
  purses: `${scored(
    '  poor: { type: flag, worse: if_true }\n  size: { type: number, unit: person, range: [1, 6], worse: higher }\n',
    '    poor: { when: poor, points: 4 }\n    size: { each: 1, of: "size / 1[person]" }\n',
  )}programmes:
${pays('grant', 'for: tier >= general, amount: "if tier = hard then 900[CNY/year] else 1_000[CNY/year]"')}  loan: { title: 贷, instrument: loan, for: size <= 3, amount: "if poor then 3_000[CNY/year] else 4_000[CNY/year]", per: year, payee: student }
  meal: { title: 餐, instrument: subsidy, for: tier >= general, amount: "if tier = hard then 20[CNY/month] else 30[CNY/month]", per: month, payee: school }
  home: { title: 宿, instrument: exemption, for: poor, amount: { unstated: 实物 }, per: year, payee: student }
`,
  stages: `${scored(
    `${STAGES}  poor: { type: flag, worse: if_true }\n  grade: { type: number, unit: 1, range: [1, 3], origin: enrolment, worse: none }\n`,
    '    poor: { when: poor, points: 6 }\n    all: { points: 4 }\n',
  )}programmes:
${pays('grant', 'for: tier >= general, amount: "if stage = junior and tier = hard then 100[CNY/year] else 200[CNY/year]"')}${pays('home', 'for: setting = home and not poor and grade >= 2, amount: "500[CNY/year]"')}`,
  gaps: scored(
    '  colour: { type: choice, of: colour, worse: none }\n  members: { type: number, unit: person, range: [1, 9], worse: none }\n  town: { type: flag, worse: if_true }\n',
    '    colour: { points: "worth[colour]", when: members > 7 }\n    town: { when: town, points: 5 }\n    never: { points: "hidden[colour]", when: members > 9 }\n',
    `${CHOICES}tables:
  worth: { unit: point, keys: [colour], rows: { red: 2 }, otherwise: unknown, range: [0, 10], step: 1 }
  hidden: { unit: point, keys: [colour], rows: { blue: 2 }, otherwise: unknown, range: [0, 10], step: 1 }
`,
  ),
  days: `${scored(
    '  members: { type: number, unit: person, range: [1, 9], worse: higher }\n',
    '    line: { when: members >= line, points: 5 }\n    worth: { points: worth }\n',
    `parameters: { line: { unit: person, range: [1, 9], before: unknown, dated: { 2026-09-01: 4 } } }
figures: { worth: { unit: point, dated: { 2024-01-01: { of: members, below: { 3: 4 }, otherwise: 2 }, 2027-09-01: { of: members, below: { 3: 2 }, otherwise: 4 } } } }
`,
  )}programmes:
${pays('grant', 'for: tier >= general, amount: { dated: { 2025-09-01: { by: tier, options: { hard: "90[CNY/year]", general: "70[CNY/year]" }, otherwise: 0 }, 2027-09-01: { by: tier, options: { hard: "60[CNY/year]", general: "80[CNY/year]" }, otherwise: 0 } } }')}`.replace(
    'from: 2025-09-01 }',
    'from: 2025-09-01, until: 2028-08-31 }',
  ),
  neighbours: scored(
    '  grade: { type: choice, of: grade, worse: listed }\n  members: { type: number, unit: person, range: [1, 9], worse: none }\n  colour: { type: choice, of: colour, worse: none }\n',
    '    grade: { points: "steps[grade]" }\n    members: { points: "turns[members, colour]" }\n    falls: { points: "falls[grade]" }\n    even: { points: "even[members]" }\n',
    `${CHOICES}tables:
  steps: { unit: point, keys: [grade], rows: { a: 10, b: 20, c: 30, d: 36, e: 50, f: 60 } }
  even: { unit: point, keys: [{ members: 1..6+ }], rows: [1, 2, 3, 4, 5, 6] }
  falls: { unit: point, keys: [grade], rows: { a: 9, b: 7, c: 8, d: 4, e: 3, f: 1 } }
  turns: { unit: point, keys: [{ members: 1..6+ }, colour], rows: { 1: { red: 1, blue: 9 }, 2: { red: 2, blue: 7 }, 3: { red: 4, blue: 6 }, 4: { red: 3, blue: 4 }, 5: { red: 5, blue: 2 }, 6+: { red: 8, blue: 1 } } }
`,
  ),
  rows: scored(
    '  members: { type: number, unit: point, range: [0, 9], worse: none }\n',
    `    rows: { first: [{ when: members > 3, points: 1 }, { when: members > 5, points: 2 }, { otherwise: 0 }] }
    bands: { of: members, bands: [{ below: 5, is: 0 }, { up_to: 5, is: 1 }, { below: 30, is: 2 }], otherwise: 3 }
    from: { of: members, from: { 9: 4, 6: 3 }, otherwise: 0 }
    top: { top: 1, of: [{ when: members > 9, points: 2 }, { when: members > 1, points: 1 }] }
    added: { sum_of: [{ when: members > 6, points: 6 }, { when: members >= 8, points: 7 }, { when: members > 9, points: 1 }] }
`,
  ),
  protected: scored(
    `  nation: { type: choice, of: [one, other], worse: none, title: { zh: 民族, en: Ethnic group } }
  town: { type: flag, worse: if_false, title: { zh: 城镇户口, en: Household registration in a town } }
  sex: { type: choice, of: [f, m], worse: none, protected: law }
  area: { type: flag, worse: none, title: { zh: 民族自治地方, en: Ethnic autonomous area } }
  faith: { type: flag, worse: none, protected: { in: law, at: "3" } }
`,
    '    nation: { of: nation, options: { one: 0, other: 1 } }\n    town: { when: not town, points: 9 }\n    sex: { of: sex, options: { f: 1, m: 0 } }\n    area: { when: area, points: 1 }\n    faith: { when: faith, points: 1 }\n',
    'sources: { law: { title: 条例 } }\n',
  ),
  caps: scored(
    '  cost: { type: number, unit: point, range: [0, 20], step: 0.5, worse: higher }\n  off: { type: flag, worse: none }\n',
    '    up: { points: cost, at_most: 3.5, round: { step: 1, mode: half_up } }\n    turned: { points: cost, at_most: 2.5, weight: -1, round: { step: 1, mode: half_away } }\n    off: { points: cost, at_most: 4, when: off }\n',
  ),
  outputs: `${HEAD}facts:
  income: { type: number, unit: CNY/year, range: [0, 900], step: 100, worse: lower }
  kin: { type: number, unit: person, range: [1, 4], worse: higher }
  ill: { type: flag, worse: if_true }
figures: { total: { is: score }, share: "round(income / kin, 1, half_up)" }
outputs: [share, total]
score:
  at_most: 8.5
  round: { step: 1, mode: half_up }
  parts:
    money: { of: share, bands: [{ below: 100, is: 3 }, { up_to: 300, is: 5 }], otherwise: 1 }
    kin: { each: 1, of: "kin / 1[person]" }
    ill: { when: ill and kin < 3, points: 2 }
`,
  conditions: `${HEAD}facts:
  kin: { type: choice, of: [none_of_them, one, both], worse: listed }
  ill: { type: flag, worse: if_true }
figures: { hard_up: "ill and kin != both", twice: { by: kin, gives: grade, options: { one: a, both: b }, otherwise: b } }
${CHOICES}tiers: [{ id: special, when: "kin = one and ill" }, { id: hard, when: hard_up }, { id: general, when: "ill or twice = a" }]
`,
  zero: `${scored(
    '  size: { type: number, unit: person, range: [1, 6], worse: higher }\n  ill: { type: flag, worse: if_true }\n',
    '    size: { each: 2, of: "size / 1[person]" }\n',
    'figures: { twice: "size * 2" }\n',
  )}vetoes: { odd: { when: size = 4, effect: zero_score, against_floor: floor_wins }, even: { when: size = 4 and ill, effect: not_recognised, against_floor: floor_wins } }
`,
  lifted: scored(
    '  size: { type: number, unit: person, range: [1, 6], worse: higher }\n',
    '    size: { each: 1, of: "size / 1[person]" }\n',
    `${LISTS}categories:
  dibao: { list: civil, row: kind = dibao, bypass: hard, when: size < 4 }
  orphan: { list: civil, row: kind = orphan, floor: general, when: size != 5 }
`,
  ),
  hurts: `${scored(
    '  poor: { type: flag, worse: if_true }\n',
    '    poor: { when: poor, points: 9 }\n    listed: { when: dibao, points: -4 }\n',
    `${LISTS}categories: { moved: { list: other, floor: general }, dibao: { list: civil } }\n`,
  )}programmes:
${pays('grant', 'for: tier >= general and not moved, amount: "100[CNY/year]"')}`,
  undirected: scored(
    '  goods: { type: several, of: [car, flat], worse: none }\n  area: { type: choice, of: [town, village], worse: none }\n  size: { type: number, unit: point, range: [0, 3], worse: none }\n  left: { type: flag, worse: none }\n',
    '    goods: { several: goods, options: { car: 3, flat: 2 } }\n    area: { of: area, options: { town: 0, village: 4 } }\n    size: { points: size }\n',
  ),
  steep: `${scored(
    '  size: { type: number, unit: person, range: [0, 20], worse: higher }\n  ill: { type: flag, worse: if_true }\n',
    '    size: { each: 1, of: "size / 1[person]" }\n',
  )}programmes:
${pays('grant', 'for: size >= 1, amount: "size * 10[CNY/year/person]"')}${pays('extra', 'for: size >= 19, amount: "if ill then 300[CNY/year] else 200[CNY/year]"')}`,
  each_of_them: scored(
    '  family: { type: people, size: [0, 2], worse: more, of: { pay: { type: number, unit: CNY/year, range: [0, 900], step: 100, worse: higher }, old: { type: flag, worse: none } } }\n',
    '    shared: { points: "sum(shared of family)" }\n',
    'figures: { shared: { for: family, unit: point, of: pay, below: { 200: 3, 500: 6 }, otherwise: 2 } }\n',
  ),
  blocked: scored(
    '  poor: { type: flag, worse: if_false, unknown: block }\n  ill: { type: flag, worse: if_false, unknown: block }\n  old: { type: flag, worse: if_false }\n',
    '    poor: { when: poor, points: 9 }\n    ill: { when: not poor and ill, points: 5 }\n    old: { when: not poor and old, points: 5 }\n',
  ),
  lines: scored(
    '  grade: { type: choice, of: grade, worse: none }\n  colour: { type: choice, of: colour, worse: none }\n  county: { type: code, worse: none }\n  far: { type: flag, worse: none }\n',
    '    all: { points: "falls[grade] + zigzag[grade] + level[grade] + kinds[colour] + near[county] + mixed[far, grade].much + once[grade] + tenth[grade] + edge[grade] + bent[grade]" }\n',
    `${CHOICES}tables:
  falls: { unit: point, keys: [grade], rows: { a: 90, b: 70, c: 66, d: 40, e: 30, f: 10 } }
  zigzag: { unit: point, keys: [grade], rows: { a: 9, b: 7, c: 8, d: 5, e: 6, f: 4 } }
  level: { unit: point, keys: [grade], rows: { a: 9, b: 9, c: 9, d: 9, e: 9, f: 9 } }
  once: { unit: point, keys: [grade], rows: { a: 1, b: 2, c: 4, d: 4, e: 3, f: 9 } }
  tenth: { unit: point, keys: [grade], rows: { a: 10, b: 20, c: 30, d: 42, e: 50, f: 60 } }
  edge: { unit: point, keys: [grade], rows: { a: 10, b: 20, c: 30, d: 42.5, e: 50, f: 60 } }
  bent: { unit: point, keys: [grade], rows: { a: 10, b: 20, c: 30, d: 33, e: 36, f: 46 } }
  kinds: { unit: point, keys: [colour], rows: { red: 9, blue: 1 } }
  near: { unit: point, keys: [{ county: code }], rows: { "371500": 5, "371501": 1, "371502": 6, "371503": 7, "371504": 8 }, otherwise: 0 }
  mixed: { columns: [{ much: point }, { little: point }], keys: [{ far: flag }, grade], rows: { false: { a: [1, 6], b: [2, 5], c: [3, 4], d: [4, 3], e: [5, 2], f: [6, 1] }, true: { a: [1, 6], b: [2, 5], c: [3, 4], d: [9, 3], e: [5, 2], f: [6, 1] } } }
`,
  ),
  one_day: `${scored(
    '  members: { type: number, unit: person, range: [1, 9], worse: none }\n',
    '    line: { when: members >= line, points: 9 }\n',
    'parameters: { line: { unit: person, range: [1, 20], dated: { 2024-09-01: 10, 2026-09-01: 4 } } }\n',
  )}`.replace('from: 2025-09-01 }', 'from: 2025-09-01, until: 2028-08-31 }'),
  holes: scored(
    '  colour: { type: choice, of: colour, worse: none }\n  grade: { type: choice, of: grade, worse: none }\n  ill: { type: flag, worse: if_true }\n',
    '    both: { points: "worth[colour] + kinds[grade]" }\n    ill: { when: ill, points: 9 }\n    less: { points: "alike[colour] - alike[colour]", when: not ill }\n',
    `${CHOICES}parameters: { later: { unit: point, range: [0, 4], dated: { 2024-09-01: 1 } } }
tables:
  worth: { unit: point, keys: [colour], rows: { red: 2 }, otherwise: unknown, range: [0, 10], step: 1 }
  kinds: { unit: point, keys: [grade], rows: { a: 1, b: 1, c: 1 }, otherwise: unknown, range: [0, 3], step: 1 }
  alike: { unit: point, keys: [colour], rows: { blue: 2 }, otherwise: unknown, range: [0, 10], step: 1 }
`,
  ),
  balanced: scored(
    '  colour: { type: choice, of: colour, worse: none }\n  ill: { type: flag, worse: if_true }\n',
    '    a: { points: "if alike[colour] > 5 then 4 else 5" }\n    b: { points: "if alike[colour] > 5 then 5 else 4" }\n    ill: { when: ill, points: 1 }\n',
    `${CHOICES}tables: { alike: { unit: point, keys: [colour], rows: { blue: 2 }, otherwise: unknown, range: [0, 10], step: 1 } }\n`,
  ),
  kept: scored(
    '  poor: { type: flag, worse: if_false }\n  ill: { type: flag, worse: none, unknown: block }\n  far: { type: flag, worse: none }\n  old: { type: flag, worse: if_false }\n',
    '    ill: { when: poor and ill, points: 3 }\n    far: { when: poor and far, points: 4 }\n    old: { when: not poor and old, points: 5 }\n',
  ),
  only_lists: scored(
    '  far: { type: flag, worse: none }\n',
    '    a: { when: dibao, points: 5 }\n    b: { when: dibao, points: 2 }\n    c: { when: moved, points: 2 }\n    d: { when: moved and dibao, points: 2 }\n',
    `${LISTS}categories: { dibao: { list: civil, row: kind = dibao }, moved: { list: other } }\n`,
  ),
  before: scored(
    '  colour: { type: choice, of: colour, worse: none }\n  ill: { type: flag, worse: if_true }\n',
    '    worth: { points: "worth[colour]", when: ill }\n    early: { points: "early[colour]" }\n',
    `${CHOICES}tables:
  worth: { unit: point, keys: [colour], dated: { 2025-09-02: { red: 2, blue: 9 }, 2026-01-01: { red: 9, blue: 3 } }, before: unknown, range: [0, 20], step: 1 }
  early: { unit: point, keys: [colour], dated: { 2025-09-01: { red: 2 }, 2026-01-01: { red: 2, blue: 3 } }, before: 0, otherwise: unknown, range: [0, 20], step: 1 }
`,
  ),
  settings: scored(
    `${STAGES}  far: { type: flag, worse: if_true }\n`,
    '    far: { when: far and stage = junior, points: -1 }\n    home: { when: setting = home, points: 5 }\n    all: { points: 5 }\n',
  ),
  by_day: scored(
    '  far: { type: flag, worse: if_true }\n',
    '    far: { when: far, points: worth }\n    all: { points: 5 }\n',
    'parameters: { worth: { unit: point, range: [-5, 5], dated: { 2024-09-01: 4, 2026-09-01: -1 } } }\n',
  ),
};
