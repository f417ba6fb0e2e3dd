/** A slip in a rule file of this repository: each text stands once in it, and is written as the other. */
export interface Slip {
  readonly scheme: string;
  readonly edits: readonly (readonly [find: string, replace: string])[];
  /** The finding that must be refuted. */
  readonly finds: string;
}

const slip =
  (scheme: string) =>
  (finds: string, ...texts: readonly string[]): Slip => ({
    scheme,
    finds,
    edits: texts.flatMap((find, i) => (i % 2 === 0 ? [[find, texts[i + 1] as string] as const] : [])),
  });

const [sheet, cq, base, sn, gd, lc, fr] = [
  'cn-decimal-sheet',
  'cn-cq-cvc',
  'cn-base-sections',
  'cn-sn-college',
  'cn-gd',
  'cn-sd-liaocheng',
  'fr-college-lycee',
].map(slip) as [
  ReturnType<typeof slip>,
  ReturnType<typeof slip>,
  ReturnType<typeof slip>,
  ReturnType<typeof slip>,
  ReturnType<typeof slip>,
  ReturnType<typeof slip>,
  ReturnType<typeof slip>,
];

export const SLIPS: readonly Slip[] = [
  // Two figures exchanged, or one slip of a finger, in a sheet of points.
  sheet('monotone family score', 'parents_dead: 6.3', 'parents_dead: 3.3'),
  sheet('monotone family score', 'one_parent: 4.2', 'one_parent: 0.2'),
  sheet('monotone place score', 'hard_village: 2.4', 'hard_village: 1.4'),
  sheet('monotone place score', 'hard_city: 1.2', 'hard_city: 0.5'),
  sheet('monotone health score', 'both_parents_ill: 5.7', 'both_parents_ill: 2.7'),
  sheet('monotone health score', 'kin_ill: 2.1', 'kin_ill: 0.1'),
  sheet('monotone work score', 'both_farm: 4.2', 'both_farm: 2.2'),
  sheet('monotone loss score', '30_000: 4.5', '30_000: 2.5'),
  sheet('monotone loss score', '10_000: 2.7', '10_000: 1.7'),
  sheet('monotone income score', '10_000: 3.1', '10_000: 2.1'),
  sheet('monotone income score', '50_000: 1.6', '50_000: 2.6'),
  sheet('monotone income score', 'worse: lower', 'worse: higher'),
  sheet('monotone burden score', 'two_beyond: 3.8', 'two_beyond: 0.8'),
  // A nought too few, so that nobody comes to some rows; and where somebody is registered, without a ground.
  sheet(
    'reachable rows score.loss',
    'range: [0, 10_000_000], worse: higher',
    'range: [0, 10_000], worse: higher',
  ),
  sheet(
    'protected place',
    '{ zh: 家庭所在地, en: Place of the family }',
    '{ zh: 户籍所在地, en: Place of household registration }',
  ),

  cq('monotone earning score', 'one_stable: 25', 'one_stable: 5'),
  cq('monotone earning score', 'both_unable: 50', 'both_unable: 40'),
  cq('monotone medical_cost score', '30_000: 5', '30_000: 1'),
  cq('monotone medical_cost score', '10_000: 2,', '10_000: 6,'),
  cq('monotone medical_cost score', 'otherwise: 10 }', 'otherwise: 4 }'),
  cq(
    'monotone major_illness score',
    'when: major_illness, points: 10',
    'when: not major_illness, points: 10',
  ),
  cq('reachable rows score.assessed.economy.medical.cost', 'range: [0, 2_000_000]', 'range: [0, 20_000]'),
  cq('monotone hard_up score', 'when: hard_up', 'when: not hard_up'),
  cq(
    'monotone unread score',
    'range: [0, 20], origin: reviewer, worse: higher',
    'range: [0, 20], origin: reviewer, worse: lower',
  ),
  cq(
    'membership dibao score',
    'categories: best',
    'categories: sum',
    'row: kind = allowance, points: 100',
    'row: kind = allowance, points: -100',
  ),
  cq(
    'union',
    'categories: best',
    'categories: sum',
    'list: poverty, points: 100',
    'list: poverty, points: -60',
  ),

  base('monotone geography score', 'middle: 4', 'middle: 1'),
  base('monotone terrain score', 'poor_county_village: 14', 'poor_county_village: 4'),
  base('monotone parents_status score', 'two_parents: 0', 'two_parents: 9'),
  base('membership martyr_child score', 'base: 50', 'base: -50'),
  // Half a point that is rounded up after the cap.
  base('cap score.family', 'at_most: 80\n', 'at_most: 79.5\n      round: { step: 1, mode: up }\n'),
  base('monotone illness_points score', 'points: illness_points', 'points: 0 - illness_points'),

  // Conditions instead of points.
  sn('monotone car tier', 'when: car,', 'when: not car,'),
  sn('monotone situations.divorce tier', 'count(situations) >= 1', 'count(situations) = 1'),
  sn(
    'membership registered tier',
    'when: general_hard and special_case',
    'when: general_hard and not special_case',
  ),
  sn('monotone cannot_pay tier', 'is: cannot_pay and', 'is: not cannot_pay and'),
  sn('monotone struck tier', 'or struck or', 'or not struck or'),
  sn('membership orphan tier', 'or orphan or', 'or not orphan or'),
  sn('reachable tier general', 'when: general_hard, source', 'when: general_hard and special_case, source'),
  sn('reachable veto internet_bars', 'when: net_bars', 'when: net_bars and not net_bars'),
  sn(
    'reachable tier special',
    'is: registered or rural_dibao',
    'is: no_support and not no_support and (registered or rural_dibao',
    'or struck or no_support',
    'or struck or no_support)',
  ),

  gd('monotone major_illness tier', 'when: major_illness, points: 90', 'when: major_illness, points: -90'),
  gd(
    'monotone disaster_on tier',
    'recent: disaster_on, up_to: { 1 year: 90',
    'recent: disaster_on, up_to: { 1 year: 10',
  ),
  gd(
    'monotone accident_on tier',
    'recent: accident_on, up_to: { 1 year: 90, 2 years: 40 }',
    'recent: accident_on, up_to: { 1 year: 40, 2 years: 90 }',
  ),
  gd('monotone raised_by tier', 'raised_by = one_parent, points: 35', 'raised_by = both_parents, points: 35'),
  gd('monotone special_area tier', 'when: special_area, points: 3', 'when: special_area, points: -3'),
  gd('monotone rural tier', 'when: rural, points: 1', 'when: not rural, points: 1'),
  gd('monotone minority tier', 'when: minority, points: 1', 'when: minority, points: -1'),
  gd(
    'monotone parents_work.both_jobless tier',
    '[both_jobless])", points: 13',
    '[both_jobless])", points: 0',
  ),
  gd('monotone members tier', 'income / members <', 'income / members >'),
  gd('monotone members tier', 'range: [1, 30], worse: higher', 'range: [1, 30], worse: lower'),
  gd(
    'monotone parents.schooling tier',
    'schooling = junior_or_less), from: { 2: 2,',
    'schooling = junior_or_less), from: { 2: 0,',
  ),
  gd('monotone elders tier', 'from: { 3: 3, 1: 1 }', 'from: { 3: 0, 1: 1 }'),
  gd('monotone fees tier', '20_000: 1 }, otherwise: 2', '20_000: 1 }, otherwise: 0'),
  gd('monotone in_school tier', 'when: in_school >= 2', 'when: in_school = 2'),
  gd('reachable tier special', 'en: special hardship }, from: 90', 'en: special hardship }, from: 900'),
  gd('protected minority', 'protected: { in: gd_2023, at: 少数民族 }, ', ''),
  gd(
    'countedOnce score.direct.listed',
    'categories: best',
    'categories: sum',
    'row: kind = near_allowance',
    'row: "kind in [allowance, near_allowance]"',
  ),
  gd(
    'membership dibao tier',
    'categories: best',
    'categories: sum',
    'row: kind = allowance, points: 90',
    'row: kind = allowance, points: -90',
  ),

  // Figures in tables of law.
  fr('neighbours college_hours', '2_633.5', '6_233.5'),
  fr('neighbours college_hours', '1_423.7', '1_243.7'),
  fr('neighbours college_hours', '502.3', '530.3'),
  fr('neighbours lycee_hours', '2_011.8', '1_011.8'),
  fr('neighbours lycee_hours', '909, 1_051.3', '1_909, 1_051.3'),

  // Money by tier and list.
  lc(
    'amountOrder senior_grant special',
    'special: 3_500, hard: 2_300, general: 1_200',
    'special: 2_300, hard: 3_500, general: 1_200',
  ),
  lc(
    'sumOrder money CNY/year hard',
    'stage = vocational and major != agriculture and tier >= general',
    'stage = vocational and major != agriculture and tier = general',
  ),
  lc(
    'membership shed_poverty money CNY/year',
    'ownership = public and (shed_poverty or',
    'ownership = public and (not shed_poverty or',
  ),
  // A figure that nobody has filled in yet.
  lc(
    'noGap higher_bands',
    'rows: { special: 5_000, hard: 3_700, general: 2_500, not_recognised: 0 }',
    'rows: { special: 5_000, general: 2_500, not_recognised: 0 }\n    otherwise: unknown\n    range: [2_500, 5_000]\n    step: 100',
  ),
  lc(
    'reachable category disabled_poor',
    'row: certificate = valid\n    when: hard_up\n',
    'row: certificate = valid\n    when: hard_up and (stage = preschool and stage = senior)\n',
  ),
  lc('monotone health tier', 'when: health = severe, points: 15', 'when: health = severe, points: 5'),
  lc('monotone labour money CNY/year', 'no_labour: 20', 'no_labour: 0'),
  lc(
    'reachable programme vocational_scholarship',
    'for: stage = vocational and national_scholarship',
    'for: stage = vocational and stage = senior and national_scholarship',
  ),
];
