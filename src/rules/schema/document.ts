import * as z from 'zod';
import { LIMITS } from '../limits.js';
import { category } from './categories.js';
import { choice } from './choices.js';
import { paper } from './evidence.js';
import { fact } from './facts.js';
import { figure } from './figures.js';
import { dates, header, source, units } from './header.js';
import { list } from './lists.js';
import { parameter } from './parameters.js';
import { programme, scope } from './programmes.js';
import { schedule } from './schedules.js';
import { score } from './score.js';
import { idSlot } from './slots.js';
import { table } from './tables.js';
import { tiers } from './tiers.js';
import { veto } from './vetoes.js';

const ids = (of: z.ZodType) => z.record(idSlot(), of).optional();

let made: z.ZodType | undefined;

/** The schema of a rule file, as an officer writes it. Unknown keys are errors everywhere. */
export function ruleFileSchema(): z.ZodType {
  made ??= z.strictObject({
    ...header(),
    dates: dates().optional(),
    sources: ids(source()),
    units: units().optional(),
    choices: ids(choice()),
    facts: ids(fact()),
    parameters: ids(parameter()),
    tables: ids(table()),
    schedules: ids(schedule()),
    figures: ids(figure()),
    evidence: ids(paper()),
    lists: ids(list()),
    categories: ids(category()),
    score: score().optional(),
    tiers: tiers().optional(),
    vetoes: ids(veto()),
    scope: ids(scope()),
    programmes: ids(programme()),
    outputs: z.array(idSlot()).min(1).max(LIMITS.outputs).optional(),
  });
  return made;
}
