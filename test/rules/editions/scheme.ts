import type { RuleFile } from '../../../src/rules/index.js';

/** The first edition of a small scheme, and others that amend it: other numbers, other logic, other names. */
export const FIRST = `format: 1
scheme: xx-sample
edition: 2023
title: 样例
standing: illustrative
status: draft
effective: { from: 2023-09-01 }
published: 2023-08-01
sources:
  law: { title: 办法 }
facts:
  income: { type: number, unit: CNY/year, range: [0, 100_000], step: 500, worse: lower }
  members: { type: number, unit: person, range: [1, 10], worse: higher }
  health: { type: choice, of: [good, ill, grave], worse: listed }
  rural: { type: flag, worse: if_true }
figures:
  head: income / members
lists: { civil: { title: 民政名单 } }
categories:
  dibao: { list: civil, floor: hard, source: law }
score:
  at_most: 100
  parts:
    family:
      at_most: 45
      parts:
        money: { of: head, up_to: { 6_000: 40, 20_000: 20 }, otherwise: 0 }
        rural: { when: rural, points: 10 }
    health: { of: health, options: { good: 0, ill: 15, grave: 30 } }
tiers:
  - { id: special, title: 特别困难, from: 60 }
  - { id: hard, title: 困难, from: 40 }
  - { id: general, title: 一般困难, from: 20 }
programmes:
  grant: { instrument: grant, for: tier >= general, amount: { by: tier, options: { special: 3_500, hard: 2_300, general: 1_200 }, otherwise: 0 }, per: year, payee: student }
`;

export const amendment = (
  edition: string,
  amends: string,
  from: string,
  published: string,
  rest: string,
): string =>
  `format: 1
scheme: xx-sample
edition: ${edition}
standing: illustrative
status: draft
effective: { from: ${from} }
published: ${published}
amends: ${amends}
${rest}`;

/** Other numbers. */
export const SECOND = amendment(
  '2024',
  '2023',
  '2024-09-01',
  '2024-08-01',
  'sources: { notice: { title: 通知 } }\nreplace: { tiers.general.from: 18, score.family.money.up_to.6_000: 42 }\n',
);

/** Other logic: a figure by first-that-holds, a new tier, a part of another kind, a category gone. */
export const THIRD = amendment(
  '2025',
  '2024',
  '2025-09-01',
  '2025-08-01',
  `title: 样例三
replace:
  figures.head: if health = grave then income / members / 2 else income / members
  score.health: { best_of: [{ when: health = grave, points: 35 }, { when: health = ill, points: 12 }] }
add:
  tiers.light: { after: general, title: 轻度困难, from: 10 }
  categories.poor: { when: income < 3_000, floor: general }
  programmes.meal: { instrument: subsidy, for: tier >= light, amount: 400, per: year, payee: school }
remove: [categories.dibao]
`.replace('income / members / 2 else', 'income / (members * 2) else'),
);

/** Corrects the second, with the same day and a later publication. */
export const CORRECTED = amendment(
  '2024-b',
  '2024',
  '2024-09-01',
  '2024-10-01',
  'replace: { tiers.general.from: 19 }\n',
);

export const FILES: readonly RuleFile[] = [
  { file: '2023.yaml', text: FIRST },
  { file: '2024.yaml', text: SECOND },
  { file: '2024-b.yaml', text: CORRECTED },
  { file: '2025.yaml', text: THIRD },
];
