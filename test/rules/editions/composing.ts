import { compose, type Predecessor } from '../../../src/rules/editions/index.js';

/** A whole edition that names every kind of place a patch can hit. */
export const FIRST = `format: 1
scheme: xx-test
edition: 2023
title: 样例
standing: illustrative
status: draft
effective: { from: 2023-09-01 }
published: 2023-08-20
sources:
  law: { title: 办法 }
choices:
  health: { of: [good, ill, disabled] }
facts:
  rural: { type: flag }
  fees: { type: number, unit: CNY/year, range: [0, 100_000] }
tables:
  income:
    unit: CNY/year
    keys: [{ county: code }]
    dated:
      2023-01-01: { "4401": 30_000 }
figures:
  head: fees / 2
  long: { is: fees / 3, title: 长 }
categories:
  registered: { title: 建档立卡, when: rural, floor: hard }
score:
  take: sum
  at_most: 100
  parts:
    health: { of: health, options: { good: 0, ill: 30, disabled: 50 } }
    family:
      at_most: 40
      parts:
        rural: { when: rural, points: 1 }
        fees: { of: fees, up_to: { 9_500: 0, 20_000: 1, 20_000.50: 2 }, otherwise: 3 }
        low_income: { when: head < 100, points: 3 }
tiers:
  - { id: special, title: 特别困难, from: 60 }
  - { id: hard, title: 困难, from: 40 }
  - { id: general, title: 一般困难, from: 20 }
`;

export const header = (edition: string, amends: string): string => `format: 1
scheme: xx-test
edition: ${edition}
standing: illustrative
status: draft
effective: { from: ${edition.slice(0, 4)}-09-01 }
published: ${edition.slice(0, 4)}-08-20
amends: ${amends}
`;

/** An amending file from its patches. */
export const amending = (patches: string, edition = '2024', amends = '2023'): string =>
  `${header(edition, amends)}${patches}`;

/** Finds editions among texts, as a folder does. */
export const among =
  (texts: Readonly<Record<string, string>>): Predecessor =>
  (edition) => {
    const text = texts[edition];
    return text === undefined ? undefined : { text, file: `${edition}.yaml` };
  };

/** What an amending file gives over {@link FIRST}: plain data, or the codes and lines of what is wrong. */
export function composed(patches: string, first = FIRST) {
  const text = amending(patches);
  const result = compose({ text, file: '2024.yaml' }, among({ '2023': first }));
  return result.ok
    ? { root: result.value.tree.root as Readonly<Record<string, never>>, issues: [] }
    : {
        root: null,
        issues: result.issues.map(({ code, values, place }) => ({
          code,
          values,
          at: `${place?.file}:${(place?.line ?? 0) - header('2024', '2023').split('\n').length + 1}`,
        })),
      };
}
