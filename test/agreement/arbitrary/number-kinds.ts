import { MONEY, PERSON, POINT } from './units.js';

/** A grid that a number lies on. */
export interface NumberKind {
  readonly unit: string;
  readonly low: string;
  readonly high: string;
  /** Left out: the default grid of the unit. */
  readonly step?: string;
  readonly near: readonly string[];
  readonly positive?: boolean;
  readonly whole?: readonly [number, number];
}

/** Grids of at most twelve values, so that all completions can be gone through. */
export const SMALL: readonly NumberKind[] = [
  { unit: POINT, low: '0', high: '10', near: ['0', '1', '3', '5', '5.5', '9', '10', '11'], whole: [0, 10] },
  { unit: POINT, low: '0', high: '5', step: '0.5', near: ['0', '0.5', '1.75', '2.5', '4.5', '5'] },
  { unit: POINT, low: '-3', high: '3', near: ['-3', '-2', '-0.5', '0', '1', '3'], whole: [-3, 3] },
  {
    unit: POINT,
    low: '0.1',
    high: '1',
    step: '0.1',
    near: ['0.1', '0.3', '0.55', '0.9', '1'],
    positive: true,
  },
  {
    unit: PERSON,
    low: '1',
    high: '9',
    near: ['1', '2', '3', '5', '8', '9'],
    positive: true,
    whole: [1, 9],
  },
  { unit: PERSON, low: '0', high: '4', near: ['0', '1', '2', '3', '4'], whole: [0, 4] },
  {
    unit: MONEY,
    low: '0',
    high: '5000',
    step: '500',
    near: ['0', '500', '1_200', '2_500', '2_750', '4_500', '5_000'],
  },
  {
    unit: MONEY,
    low: '-1000',
    high: '1000',
    step: '250',
    near: ['-1000', '-250', '0', '125', '750', '1_000'],
  },
  {
    unit: MONEY,
    low: '1000.01',
    high: '3000.01',
    step: '200',
    near: ['1_000.01', '1_200.01', '2_000', '2_600.01'],
    positive: true,
  },
];

/** Grids that are gone through alone or not at all. */
export const LARGE: readonly NumberKind[] = [
  {
    unit: MONEY,
    low: '0',
    high: '4975',
    step: '25',
    near: ['0', '25', '1_000', '2_500', '2_510', '4_950', '4_975'],
  },
  {
    unit: MONEY,
    low: '0',
    high: '200_000',
    near: ['0', '0.01', '6_000', '12_000.50', '9_500', '20_000', '200_000'],
  },
  { unit: POINT, low: '0', high: '100', step: '0.1', near: ['0', '20', '39.9', '40', '40.05', '60', '100'] },
  {
    unit: PERSON,
    low: '1',
    high: '30',
    near: ['1', '2', '5', '15', '30'],
    positive: true,
    whole: [1, 30],
  },
];

/** Grids of three values, for what there is several times: attributes of people. */
export const TINY: readonly NumberKind[] = [
  { unit: MONEY, low: '0', high: '2000', step: '1000', near: ['0', '500', '1_000', '2_000'] },
  { unit: POINT, low: '-1', high: '1', near: ['-1', '0', '0.5', '1'], whole: [-1, 1] },
  { unit: PERSON, low: '1', high: '2', near: ['1', '2'], positive: true, whole: [1, 2] },
];
