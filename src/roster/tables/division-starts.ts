/** A division code that was made, and those it replaced. */
export interface DivisionStart {
  readonly code: string;
  /** The year from which the code is used. A document of that year may still hold the former one. */
  readonly year: number;
  readonly formerly: readonly string[];
}

/**
 * Changed division codes of counties, GB/T 2260 and the yearly lists of the Ministry of Civil Affairs. It is a
 * selection: that a code is missing says nothing about it.
 */
export const DIVISION_STARTS: readonly DivisionStart[] = [
  { code: '370114', year: 2016, formerly: ['370181'] },
  { code: '370115', year: 2018, formerly: ['370125'] },
  { code: '370116', year: 2019, formerly: ['371202'] },
  { code: '370117', year: 2019, formerly: ['371203'] },
  { code: '370215', year: 2017, formerly: ['370282'] },
  { code: '370505', year: 2016, formerly: ['370521'] },
  { code: '370614', year: 2020, formerly: ['370634', '370684'] },
  { code: '370812', year: 2013, formerly: ['370882'] },
  { code: '371003', year: 2014, formerly: ['371081'] },
  { code: '371403', year: 2014, formerly: ['371421'] },
  { code: '371503', year: 2019, formerly: ['371523'] },
  { code: '371603', year: 2014, formerly: ['371624'] },
  { code: '371681', year: 2018, formerly: ['371626'] },
  { code: '371703', year: 2016, formerly: ['371727'] },
  { code: '411082', year: 1993, formerly: [] },
  { code: '500154', year: 2016, formerly: ['500234'] },
];
