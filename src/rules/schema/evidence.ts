import * as z from 'zod';
import { about, spanSlot } from './slots.js';

/** A paper, and how long it holds from its issue on. */
export const paper = () => z.strictObject({ ...about(), valid: spanSlot().optional() });
