import { divide, exact, formatExact, parseExact } from '../value/index.js';
import {
  type Expander,
  expandValue,
  type PartDocument,
  type Raw,
  type SectionDocument,
  type ValueDocument,
} from './constructs/index.js';
import type {
  AttributeDocument,
  CategoryDocument,
  ChoiceDocument,
  FactDocument,
  FigureDocument,
  ProgrammeDocument,
  RuleDocument,
  TableDocument,
  UnknownPolicy,
} from './document.js';
import { parseUnit } from './formula/index.js';
import { own } from './own.js';
import type { SourceNote, Words } from './words.js';

type Members = Readonly<Record<string, unknown>>;
const members = (raw: unknown): Members => (raw ?? {}) as Members;
const entries = (raw: unknown): readonly (readonly [string, unknown])[] => Object.entries(members(raw));
const mapped = <T>(raw: unknown, each: (value: unknown, id: string) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(entries(raw).map(([id, value]) => [id, each(value, id)]));

/**
 * The shortest plain decimal of a number as it was written (`50%` is `0.5`); a fraction stays one. Text that is no
 * number is left as it is, for the checks to name.
 */
export function canonicalNumber(text: string): string {
  const plain = text.replaceAll('_', '');
  const [above = '', below = '1'] = plain.split('/');
  const value = parseExact(above.replace('%', ''));
  const divisor = parseExact(below);
  if (value === null || divisor === null || divisor.n === 0n) return text;
  return formatExact(divide(value, plain.endsWith('%') ? exact(100n) : divisor));
}

function words(raw: unknown): Words {
  return typeof raw === 'string' ? { zh: raw } : (raw as Words);
}

function note(raw: unknown): SourceNote {
  return typeof raw === 'string' ? { in: raw } : (raw as SourceNote);
}

function about(raw: Members): { readonly title?: Words; readonly source?: SourceNote } {
  return {
    ...(raw.title === undefined ? {} : { title: words(raw.title) }),
    ...(raw.source === undefined ? {} : { source: note(raw.source) }),
  };
}

/** Writes a schema-clean rule file in its long form, every default said. `formula` settles how formulas are written. */
export function expand(raw: Members, formula: (text: string) => string): RuleDocument {
  const choices: Record<string, ChoiceDocument> = {};
  const units = (raw.units as readonly string[] | undefined) ?? [];
  const choice = (of: unknown, name: string, ordered: unknown, titles: unknown): string => {
    if (typeof of === 'string') return of;
    choices[name] = { of: of as string[], ordered: ordered === 'true', titles: mapped(titles, words) };
    return name;
  };
  const unit = (text: unknown): string => parseUnit(String(text), units) ?? String(text);
  const to: Expander = { number: canonicalNumber, formula, words, part: (part) => expandPart(part, to) };

  for (const [id, one] of entries(raw.choices))
    choice(members(one).of, id, members(one).ordered, members(one).titles);

  const fact = (one: unknown, id: string): FactDocument => {
    const f = members(one);
    const type = f.type as FactDocument['type'];
    const choiceId = type === 'choice' ? choice(f.of, id, f.ordered, f.titles) : undefined;
    const worse = f.worse === 'listed' ? (own(choices, choiceId ?? '')?.of ?? []) : (f.worse ?? 'none');
    return {
      type,
      ...(choiceId === undefined ? {} : { choice: choiceId }),
      ...(type === 'number'
        ? {
            unit: unit(f.unit),
            range: (f.range as readonly string[]).map(canonicalNumber) as unknown as readonly [
              string,
              string,
            ],
            step: f.step === undefined ? defaultStep(unit(f.unit)) : canonicalNumber(String(f.step)),
          }
        : {}),
      worse: worse as FactDocument['worse'],
      origin: (f.origin as FactDocument['origin'] | undefined) ?? 'survey',
      unknown: unknownPolicy(f.unknown, type),
      ...(f.protected === undefined ? {} : { protected: note(f.protected) }),
      ...about(f),
    };
  };

  const table = (one: unknown): TableDocument => {
    const t = members(one);
    const keys = (t.keys as readonly unknown[]).map((key) => {
      if (typeof key === 'string') return { name: key, type: key };
      const [[name, type]] = entries(key) as unknown as readonly [readonly [string, string]];
      return { name, type };
    });
    const rows: { keys: string[]; value: string }[] = [];
    const walk = (value: unknown, path: string[]): void => {
      if (typeof value === 'string') rows.push({ keys: path, value: canonicalNumber(value) });
      else for (const [key, inner] of entries(value)) walk(inner, [...path, key]);
    };
    walk(t.rows, []);
    rows.sort((a, b) => (a.keys.join('\u0000') < b.keys.join('\u0000') ? -1 : 1));
    const otherwise = t.otherwise === undefined ? {} : { otherwise: canonicalNumber(String(t.otherwise)) };
    return { unit: unit(t.unit), keys, rows, ...otherwise, ...about(t) };
  };

  const figure = (one: unknown): FigureDocument => {
    if (typeof one === 'string') return { value: { kind: 'formula', is: formula(one) } };
    const f = members(one);
    return {
      ...(f.unit === undefined ? {} : { unit: unit(f.unit) }),
      value: expandValue(f as Raw, to),
      ...about(f),
    };
  };

  const attribute =
    (list: string) =>
    (one: unknown, id: string): AttributeDocument => {
      const a = members(one);
      const title = a.title === undefined ? {} : { title: words(a.title) };
      if (a.type === 'flag') return { type: 'flag', ...title };
      return { type: 'choice', choice: choice(a.of, `${list}.${id}`, undefined, undefined), ...title };
    };

  const category = (one: unknown): CategoryDocument => {
    const c = members(one);
    const texts = Object.fromEntries(
      ['row', 'when'].filter((k) => c[k] !== undefined).map((k) => [k, formula(String(c[k]))]),
    );
    const ids = Object.fromEntries(
      ['list', 'floor'].filter((k) => c[k] !== undefined).map((k) => [k, String(c[k])]),
    );
    return { ...ids, ...texts, ...about(c) };
  };

  const programme = (one: unknown): ProgrammeDocument => {
    const p = members(one);
    return {
      instrument: p.instrument as ProgrammeDocument['instrument'],
      for: formula(String(p.for)),
      amount: amount(p.amount),
      per: p.per as ProgrammeDocument['per'],
      payee: p.payee as ProgrammeDocument['payee'],
      ...about(p),
    };
  };
  const amount = (one: unknown): ProgrammeDocument['amount'] => {
    if (typeof one === 'string') return { kind: 'formula', is: formula(one) };
    const a = members(one);
    return a.unstated === undefined
      ? expandValue(a as Raw, to)
      : { kind: 'unstated', because: words(a.unstated) };
  };

  const score = members(raw.score);
  const facts = mapped(raw.facts, fact);
  const lists = mapped(raw.lists, (one, id) => {
    const l = members(one);
    return {
      attributes: mapped(l.attributes, attribute(id)),
      ...(l.owner === undefined ? {} : { owner: words(l.owner) }),
      ...about(l),
    };
  });
  return {
    format: '1',
    scheme: String(raw.scheme),
    edition: String(raw.edition),
    title: words(raw.title),
    standing: raw.standing as RuleDocument['standing'],
    status: raw.status as RuleDocument['status'],
    effective: raw.effective as RuleDocument['effective'],
    published: String(raw.published),
    sources: mapped(raw.sources, (one) => {
      const s = members(one);
      return { ...s, title: words(s.title) } as RuleDocument['sources'][string];
    }),
    units,
    choices,
    facts,
    tables: mapped(raw.tables, table),
    figures: mapped(raw.figures, figure),
    lists,
    categories: mapped(raw.categories, category),
    score: expandPart(score as Raw, to) as PartDocument & { readonly value: SectionDocument },
    tiers: (raw.tiers as readonly Members[]).map((t) => ({
      id: String(t.id),
      from: canonicalNumber(String(t.from)),
      ...(t.title === undefined ? {} : { title: words(t.title) }),
    })),
    vetoes: mapped(raw.vetoes, (one) => {
      const v = members(one);
      return {
        when: formula(String(v.when)),
        ...(v.unless === undefined ? {} : { unless: formula(String(v.unless)) }),
        effect: v.effect as 'not_recognised',
        against_floor: v.against_floor as 'review',
        ...about(v),
      };
    }),
    scope: mapped(raw.scope, (one) => ({ is: formula(String(members(one).is)), ...about(members(one)) })),
    programmes: mapped(raw.programmes, programme),
  };
}

/** The grid of a numeric fact that says none: the minor unit of a currency, else 1. */
function defaultStep(unit: string): string {
  return /^[A-Z]{3}(?:\/|$)/.test(unit) ? '0.01' : '1';
}

function unknownPolicy(raw: unknown, type: FactDocument['type']): UnknownPolicy {
  if (raw === undefined || raw === 'ask') return { policy: 'ask' };
  if (raw === 'block') return { policy: 'block' };
  const u = members(raw);
  if (u.no_points !== undefined) return { policy: 'no_points', because: words(u.no_points) };
  const value = type === 'number' ? canonicalNumber(String(u.assume)) : String(u.assume);
  const source = u.source === undefined ? {} : { source: note(u.source) };
  return { policy: 'assume', value, because: words(u.because), ...source };
}

function expandPart(raw: Raw, to: Expander): PartDocument {
  const bounds = Object.fromEntries(
    ['at_least', 'at_most', 'weight']
      .filter((k) => raw[k] !== undefined)
      .map((k) => [k, to.number(String(raw[k]))]),
  );
  const when = raw.when === undefined ? {} : { when: to.formula(String(raw.when)) };
  const value: ValueDocument = expandValue(raw, to);
  return { value, ...when, ...bounds, ...about(raw as Members) };
}
