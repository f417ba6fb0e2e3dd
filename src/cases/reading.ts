import { nearest, placed, type TextTree, unquoted, type Words } from '../rules/index.js';
import { error, type Issue, warning } from '../value/index.js';
import type { CaseDecision, CaseSet, CaseValue, Expected, RuleCase, Said, Unnoticed } from './case-file.js';
import { AWARD_MEMBERS, KNOWN_PATHS, parsePath } from './expectation.js';
import {
  DECISION_MEMBERS,
  type RawCase,
  type RawCaseFile,
  type RawDecision,
  type RawStudent,
  type RawValue,
} from './schema.js';

export type Path = readonly (string | number)[];

/** A case without what it is called and where it stands. */
export type Shared = Omit<RuleCase, 'id' | 'place'>;

const setOf = ({ in: within, out }: CaseSet): CaseSet => ({
  ...(within === undefined ? {} : { in: within.map(unquoted) }),
  ...(out === undefined ? {} : { out: out.map(unquoted) }),
});

const unquotedEach = (raw: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(raw).map(([id, text]) => [id, unquoted(text)]));

const isTexts = (raw: RawValue): raw is string[] => Array.isArray(raw);

/** One case file being read: what it says with its place, and what is wrong with it. */
export class Reading {
  readonly issues: Parameters<typeof placed>[0][number][] = [];
  private readonly tree: TextTree;
  private readonly raw: RawCaseFile;
  private readonly file: string | undefined;
  private readonly ids = new Set<string>();
  private readonly basesUsed = new Set<string>();

  constructor(tree: TextTree, raw: RawCaseFile, file: string | undefined) {
    this.tree = tree;
    this.raw = raw;
    this.file = file;
  }

  refuse(code: string, values: Issue['values'], path: Path, atKey = false): void {
    const position = atKey ? this.tree.key(path) : this.tree.value(path);
    this.issues.push({ issue: error(code, values), path, position });
  }

  said<T>(value: T, path: Path): Said<T> {
    const at = { ...this.tree.value(path), path: path.join('.') };
    return { value, place: this.file === undefined ? at : { file: this.file, ...at } };
  }

  /** A value with the marks of quoted numbers taken off. */
  value(raw: RawValue, path: Path): CaseValue {
    if (typeof raw === 'string') return unquoted(raw);
    if (isTexts(raw)) return raw.map(unquoted);
    const { complete, list, ...set } = raw;
    if (complete === undefined && list === undefined) return setOf(set);
    for (const key of ['complete', 'list'] as const)
      if (raw[key] === undefined) this.refuse('rules.missingKey', { key }, path);
    for (const key of ['in', 'out'] as const)
      if (raw[key] !== undefined) this.refuse('rules.unknownKey', { key }, [...path, key], true);
    return { complete: complete ?? 'false', list: (list ?? []).map(unquotedEach) };
  }

  /** An id stands for one case or one table. */
  named(id: string, path: Path): void {
    if (this.ids.has(id)) this.refuse('cases.duplicate', { case: id }, [...path, 'id']);
    this.ids.add(id);
  }

  one(raw: RawCase, path: Path): RuleCase {
    this.named(raw.id, path);
    return { id: raw.id, place: this.said(raw.id, [...path, 'id']).place, ...this.shared(raw, path) };
  }

  unnoticed(): readonly Unnoticed[] {
    return (this.raw.unnoticed ?? []).map(({ at, to = '', because }, i) => {
      const { place } = this.said('', ['unnoticed', i, 'at']);
      return { at: unquoted(at), to: unquoted(to), because: words(because), place };
    });
  }

  /** `columns`: what the rows of a table say for themselves. */
  shared(raw: RawStudent, path: Path, columns: ReadonlySet<string> = new Set()): Shared {
    const period = this.context(raw, 'period', path);
    const asOf = columns.has('as_of') ? '' : this.context(raw, 'as_of', path);
    const periodStart = raw.period_start ?? this.raw.period_start;
    const bases = raw.base === undefined ? [] : typeof raw.base === 'string' ? [raw.base] : raw.base;
    const based = bases.map((base, i) =>
      this.base(base, typeof raw.base === 'string' ? [...path, 'base'] : [...path, 'base', i]),
    );
    const { listed = {}, categories = {}, papers = [], given = {}, expect = {} } = raw;
    return {
      ...(raw.title === undefined ? {} : { title: words(raw.title) }),
      generated: (raw.generated ?? this.raw.generated) === 'true',
      period,
      asOf,
      knownAt: raw.known_at ?? this.raw.known_at ?? asOf,
      ...(periodStart === undefined ? {} : { periodStart }),
      applied: raw.applied !== 'false',
      aidedBefore: raw.aided_before === 'true',
      signals: raw.signals ?? [],
      facts: Object.assign({}, ...based, this.facts(raw.facts ?? {}, [...path, 'facts'])),
      listed: this.each(listed, [...path, 'listed'], unquotedEach),
      categories: this.each(categories, [...path, 'categories'], (status) => status),
      decisions: (raw.decisions ?? []).map((one, i) => this.decision(one, [...path, 'decisions', i])),
      papers: papers.map((paper, i) => this.said(paper, [...path, 'papers', i])),
      given: this.each(given, [...path, 'given'], unquoted),
      expect: Object.fromEntries(
        Object.entries(expect).map(([id, is]) => [id, this.expected(id, is, [...path, 'expect', id])]),
      ),
    };
  }

  private each<T, U>(
    of: Readonly<Record<string, T>>,
    path: Path,
    read: (value: T) => U,
  ): Readonly<Record<string, Said<U>>> {
    const entries = Object.entries(of);
    return Object.fromEntries(entries.map(([id, value]) => [id, this.said(read(value), [...path, id])]));
  }

  /** The case's own, else the file's; one of them must say it. */
  private context(raw: RawStudent, key: 'period' | 'as_of', path: Path): string {
    const value = raw[key] ?? this.raw[key];
    if (value === undefined) this.refuse('cases.noContext', { case: raw.id, key }, [...path, 'id']);
    return value ?? '';
  }

  /** A base that no case starts from was meant for one: most likely its name is missing, or `facts` was taken for it. */
  unusedBases(): readonly Issue[] {
    const unused = Object.keys(this.raw.base ?? {}).filter((base) => !this.basesUsed.has(base));
    const found = unused.map((base) => {
      const path = ['base', base];
      return { issue: warning('cases.unusedBase', { base }), path, position: this.tree.key(path) };
    });
    return placed(found, this.file);
  }

  private base(base: string, path: Path): RuleCase['facts'] {
    const all = this.raw.base ?? {};
    this.basesUsed.add(base);
    if (Object.hasOwn(all, base)) return this.facts(all[base] ?? {}, ['base', base]);
    const names = Object.keys(all);
    const near = nearest(base, names);
    const known = names.length === 0 || near !== null ? {} : { known: names.join(', ') };
    this.refuse('cases.unknownBase', near === null ? { base, ...known } : { base, near }, path);
    return {};
  }

  private facts(raw: Readonly<Record<string, RawValue>>, path: Path): RuleCase['facts'] {
    const entries = Object.entries(raw);
    return Object.fromEntries(
      entries.map(([id, value]) => [id, this.said(this.value(value, [...path, id]), [...path, id])]),
    );
  }

  /** Each kind says its own members: all that it needs, and no other kind's. */
  private decision(raw: RawDecision, path: Path): CaseDecision {
    const { needed, allowed } = DECISION_MEMBERS[raw.kind];
    const own: readonly string[] = [...needed, ...allowed];
    for (const key of needed)
      if (raw[key as keyof RawDecision] === undefined) this.refuse('rules.missingKey', { key }, path);
    const others = Object.values(DECISION_MEMBERS).flatMap((kind) => [...kind.needed, ...kind.allowed]);
    for (const key of new Set(others))
      if (!own.includes(key) && raw[key] !== undefined)
        this.refuse('rules.unknownKey', { key }, [...path, key], true);
    if (raw.kind === 'figure' && raw.value !== undefined && typeof raw.value !== 'string')
      this.refuse('rules.kind', { found: 'list', needed: 'scalar' }, [...path, 'value']);
    return decisionOf(raw, raw.value === undefined ? '' : this.value(raw.value, [...path, 'value']));
  }

  expected(id: string, expected: Expected, path: Path): Said<Expected> {
    if (parsePath(id) === null) {
      const near = nearest(id, [...KNOWN_PATHS, ...awardPathsNear(id)]);
      this.refuse('cases.unknownPath', near === null ? { found: id } : { found: id, near }, path, true);
    }
    return this.said(typeof expected === 'string' ? unquoted(expected) : expected.map(unquoted), path);
  }
}

function decisionOf(raw: RawDecision, value: CaseValue): CaseDecision {
  const { by, on, because, paper } = raw;
  const who = { by, on, because };
  switch (raw.kind) {
    case 'waiver':
      return { kind: 'waiver', ...who, paper: paper ?? '' };
    case 'tier':
      return { kind: 'tier', ...who, tier: raw.tier ?? '' };
    case 'fact':
      return { kind: 'fact', ...who, fact: raw.fact ?? '', value };
    case 'points': {
      const points = unquoted(raw.points ?? '').replaceAll('_', '');
      const part = raw.part ?? '';
      return { kind: 'points', ...who, part, points, ...(paper === undefined ? {} : { paper }) };
    }
    case 'figure':
      return {
        kind: 'figure',
        ...who,
        figure: raw.figure ?? '',
        value: typeof value === 'string' ? value : '',
      };
    case 'veto':
      return { kind: 'veto', ...who, veto: raw.veto ?? '', stands: raw.stands === 'true' };
  }
}

/** For `awards.x.ammount`: the members that an award has. */
function awardPathsNear(path: string): readonly string[] {
  const [head, programme] = path.split('.');
  return head === 'awards' ? AWARD_MEMBERS.map((member) => `awards.${programme}.${member}`) : [];
}

function words(raw: string | { zh: string; en?: string | undefined }): Words {
  if (typeof raw === 'string') return { zh: raw };
  return raw.en === undefined ? { zh: raw.zh } : { zh: raw.zh, en: raw.en };
}
