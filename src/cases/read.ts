import type { Decision } from '../roster/index.js';
import {
  nearest,
  placed,
  type readRules,
  readText,
  refusedBy,
  type TextTree,
  unquoted,
  type Words,
} from '../rules/index.js';
import { error, failure, type Issue, isNonEmpty, type Result, success } from '../value/index.js';
import type { CaseFile, Expected, RuleCase, Said } from './case-file.js';
import { AWARD_MEMBERS, KNOWN_PATHS, parsePath } from './expectation.js';
import {
  caseFileSchema,
  DECISION_MEMBERS,
  type RawCase,
  type RawCaseFile,
  type RawDecision,
} from './schema.js';

type Path = readonly (string | number)[];

/**
 * Reads a case file, section 14 of the rule language, with the strict YAML reader of rule files. Issues are those of
 * {@link readRules} for text and shape, and `cases.duplicate` (two cases with one id), `cases.unknownBase`,
 * `cases.unknownPath` (no determination has such a place), `cases.noContext` (neither the case nor the file says
 * the period or the date); each with file, line and column.
 */
export function readCases(text: string, options: { readonly file?: string } = {}): Result<CaseFile> {
  const { file } = options;
  const read = readText(text, file);
  if (!read.ok) return read;
  const tree = read.value;
  const parsed = caseFileSchema().safeParse(tree.root);
  if (!parsed.success) {
    const issues = refusedBy(tree, parsed.error.issues, file);
    return isNonEmpty(issues) ? { ok: false, issues } : failure(error('rules.yaml', {}));
  }
  const reading = new Reading(tree, parsed.data, file);
  const cases = parsed.data.cases.map((one, i) => reading.one(one, i));
  const issues = reading.found();
  if (isNonEmpty(issues)) return { ok: false, issues };
  const { scheme, edition } = parsed.data;
  return success({ scheme, edition, ...(file === undefined ? {} : { file }), cases });
}

class Reading {
  private readonly tree: TextTree;
  private readonly raw: RawCaseFile;
  private readonly file: string | undefined;
  private readonly issues: Parameters<typeof placed>[0][number][] = [];
  private readonly ids = new Set<string>();

  constructor(tree: TextTree, raw: RawCaseFile, file: string | undefined) {
    this.tree = tree;
    this.raw = raw;
    this.file = file;
  }

  found(): readonly Issue[] {
    return placed(this.issues, this.file);
  }

  private refuse(code: string, values: Issue['values'], path: Path, atKey = false): void {
    const position = atKey ? this.tree.key(path) : this.tree.value(path);
    this.issues.push({ issue: error(code, values), path, position });
  }

  private said<T>(value: T, path: Path): Said<T> {
    const at = { ...this.tree.value(path), path: path.join('.') };
    return { value, place: this.file === undefined ? at : { file: this.file, ...at } };
  }

  one(raw: RawCase, index: number): RuleCase {
    const path: Path = ['cases', index];
    if (this.ids.has(raw.id)) this.refuse('cases.duplicate', { case: raw.id }, [...path, 'id']);
    this.ids.add(raw.id);
    const period = this.context(raw, 'period', path);
    const asOf = this.context(raw, 'as_of', path);
    const bases = raw.base === undefined ? [] : typeof raw.base === 'string' ? [raw.base] : raw.base;
    const based = bases.map((base, i) =>
      this.base(base, typeof raw.base === 'string' ? [...path, 'base'] : [...path, 'base', i]),
    );
    return {
      id: raw.id,
      ...(raw.title === undefined ? {} : { title: words(raw.title) }),
      place: this.said(raw.id, [...path, 'id']).place,
      period,
      asOf,
      knownAt: raw.known_at ?? this.raw.known_at ?? asOf,
      applied: raw.applied !== 'false',
      aidedBefore: raw.aided_before === 'true',
      signals: raw.signals ?? [],
      facts: Object.assign({}, ...based, this.facts(raw.facts ?? {}, [...path, 'facts'])),
      categories: Object.fromEntries(
        Object.entries(raw.categories ?? {}).map(([id, status]) => [
          id,
          this.said(status, [...path, 'categories', id]),
        ]),
      ),
      decisions: (raw.decisions ?? []).map((one, i) => this.decision(one, [...path, 'decisions', i])),
      expect: Object.fromEntries(
        Object.entries(raw.expect).map(([id, expected]) => [
          id,
          this.expected(id, expected, [...path, 'expect', id]),
        ]),
      ),
    };
  }

  /** The case's own, else the file's; one of them must say it. */
  private context(raw: RawCase, key: 'period' | 'as_of', path: Path): string {
    const value = raw[key] ?? this.raw[key];
    if (value === undefined) this.refuse('cases.noContext', { case: raw.id, key }, [...path, 'id']);
    return value ?? '';
  }

  private base(base: string, path: Path): Readonly<Record<string, Said<string>>> {
    const all = this.raw.base ?? {};
    if (Object.hasOwn(all, base)) return this.facts(all[base] ?? {}, ['base', base]);
    const near = nearest(base, Object.keys(all));
    this.refuse('cases.unknownBase', near === null ? { base } : { base, near }, path);
    return {};
  }

  private facts(raw: Readonly<Record<string, string>>, path: Path): Readonly<Record<string, Said<string>>> {
    return Object.fromEntries(
      Object.entries(raw).map(([id, value]) => [id, this.said(unquoted(value), [...path, id])]),
    );
  }

  /** Each kind says its own members: all of them, and no other kind's. */
  private decision(raw: RawDecision, path: Path): Decision {
    const own: readonly string[] = DECISION_MEMBERS[raw.kind];
    for (const key of own)
      if (raw[key as keyof RawDecision] === undefined) this.refuse('rules.missingKey', { key }, path);
    for (const key of Object.values(DECISION_MEMBERS).flat())
      if (!own.includes(key) && raw[key] !== undefined)
        this.refuse('rules.unknownKey', { key }, [...path, key], true);
    const { by, on, because } = raw;
    const who = { by, on, because };
    switch (raw.kind) {
      case 'waiver':
        return { kind: 'waiver', ...who, paper: raw.paper ?? '' };
      case 'tier':
        return { kind: 'tier', ...who, tier: raw.tier ?? '' };
      case 'fact':
        return { kind: 'fact', ...who, fact: raw.fact ?? '', value: unquoted(raw.value ?? '') };
      case 'veto':
        return { kind: 'veto', ...who, veto: raw.veto ?? '', stands: raw.stands === 'true' };
    }
  }

  private expected(id: string, expected: Expected, path: Path): Said<Expected> {
    if (parsePath(id) === null) {
      const near = nearest(id, [...KNOWN_PATHS, ...awardPathsNear(id)]);
      this.refuse('cases.unknownPath', near === null ? { found: id } : { found: id, near }, path, true);
    }
    return this.said(expected, path);
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
