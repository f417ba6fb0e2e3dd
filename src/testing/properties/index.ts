import type { Property } from '../property.js';
import { anyOrder, anySchool, repeatable, signalsOnlyPoint, total, twoMeanings } from './core.js';
import { harderNeverLess } from './hardship.js';
import { knowingNarrows, moneyIsWhole, unknownHoldsTheTruth, unreadChangesNothing } from './knowing.js';
import {
  floorHolds,
  membershipNeverHurts,
  missingListIsNotOut,
  saidTwiceNeverLess,
  unclearRowIsNotOut,
  unionNeverLess,
} from './lists.js';

/** The catalogue, as far as it speaks of one student under one rule set. */
export const CATALOGUE = [
  total,
  repeatable,
  anyOrder,
  harderNeverLess,
  floorHolds,
  membershipNeverHurts,
  unionNeverLess,
  unknownHoldsTheTruth,
  knowingNarrows,
  missingListIsNotOut,
  unclearRowIsNotOut,
  saidTwiceNeverLess,
  moneyIsWhole,
  twoMeanings,
  unreadChangesNothing,
  anySchool,
  signalsOnlyPoint,
] as unknown as readonly Property[];
