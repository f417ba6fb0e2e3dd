import { type CivilDate, exact, LAST_DATE, parseCivilDate, type Range, toDay } from '../../value/index.js';
import type { DateRules, RuleDocument } from '../document.js';
import {
  type ChoiceType,
  type Meaning,
  type Names,
  type ParameterType,
  parseUnit,
  type ScheduleType,
  type TableType,
} from '../formula/index.js';
import type { LinkedFact } from '../rule-set.js';
import type { Path } from '../text/index.js';
import { knownNames, type People, peopleOf, valueNames } from './meaning.js';
import type { SettledParameter } from './parameter.js';
import type { SettledSchedule } from './schedule.js';
import { Settling } from './settling.js';
import type { SettledTable } from './table.js';

/** Names that need no formula: types, facts as far as they are values, parameters, tables and schedules. */
export abstract class Naming extends Settling implements Names {
  readonly document: RuleDocument;
  readonly choiceTypes = new Map<string, ChoiceType>();
  readonly facts = new Map<string, LinkedFact>();
  readonly linkedParameters = new Map<string, SettledParameter>();
  readonly linkedTables = new Map<string, SettledTable>();
  readonly linkedSchedules = new Map<string, SettledSchedule>();
  readonly known: readonly string[];
  private readonly values: ReadonlySet<string>;

  constructor(document: RuleDocument) {
    super();
    this.document = document;
    this.values = valueNames(document);
    this.known = knownNames(document);
  }

  abstract meaning(id: string): Meaning | 'unknown' | 'broken';

  get units(): readonly string[] {
    return this.document.units;
  }

  get tables(): readonly string[] {
    return Object.keys(this.document.tables);
  }

  get parameters(): readonly string[] {
    return Object.keys(this.document.parameters);
  }

  get schedules(): readonly string[] {
    return Object.keys(this.document.schedules);
  }

  get choices(): readonly string[] {
    return [...this.choiceTypes.keys()];
  }

  get dates(): DateRules {
    return this.document.dates;
  }

  get inForce(): { readonly from: CivilDate; readonly until: CivilDate } {
    const { from, until } = this.document.effective;
    const last = until === undefined ? LAST_DATE : (parseCivilDate(until) ?? LAST_DATE);
    return { from: parseCivilDate(from) ?? last, until: last };
  }

  get asOf(): Range {
    const { from, until } = this.inForce;
    return { low: exact(BigInt(toDay(from))), high: exact(BigInt(toDay(until))) };
  }

  choiceNamed(id: string): ChoiceType | undefined {
    return this.choiceTypes.get(id);
  }

  choice(id: string): ChoiceType {
    return this.choiceTypes.get(id) ?? { options: [], ordered: false };
  }

  table(id: string): TableType | 'unknown' | 'broken' {
    return this.linkedTables.get(id)?.type ?? missing(this.document.tables, id);
  }

  parameter(id: string): ParameterType | 'unknown' | 'broken' {
    return this.linkedParameters.get(id)?.type ?? missing(this.document.parameters, id);
  }

  schedule(id: string): ScheduleType | 'unknown' | 'broken' {
    return this.linkedSchedules.get(id)?.type ?? missing(this.document.schedules, id);
  }

  people(id: string): People | 'unknown' | 'broken' {
    return peopleOf(this, id);
  }

  /** Whether a name stands for a value by itself, so that an option of that name could be read in two ways. */
  isValue(id: string): boolean {
    return this.values.has(id);
  }

  options(choice: string): readonly string[] {
    return this.choice(choice).options;
  }

  /** Issue: `rules.unknownChoice`. */
  knownChoice(choice: string, path: Path): boolean {
    if (this.choiceTypes.has(choice)) return true;
    this.unknown('rules.unknownChoice', path, 'choice', choice, this.choices);
    return false;
  }

  /** A unit in its one written form. Issue: `rules.unknownUnit`. */
  unit(text: string, path: Path): string | null {
    return parseUnit(text, this.units) ?? this.refuse('rules.unknownUnit', path, { unit: text });
  }
}

const missing = (block: Readonly<Record<string, unknown>>, id: string): 'unknown' | 'broken' =>
  Object.hasOwn(block, id) ? 'broken' : 'unknown';
