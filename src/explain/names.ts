import type { SourceRef } from '../roster/index.js';
import { NOT_RECOGNISED, type RuleDocument, type RuleSet, type Words } from '../rules/index.js';
import { NOT_RECOGNISED_LABEL, SETTING_LABELS, SPAN_LABELS, STAGE_LABELS } from './labels.js';
import type { Language, Said } from './language.js';

type PartDocument = NonNullable<RuleDocument['score']>['value']['parts'][string];

/** What the rule file calls things, in one language: its title there, else its Chinese title, else its id. */
export class Titles {
  readonly lang: Language;
  private readonly rules: RuleSet;

  constructor(rules: RuleSet, lang: Language) {
    this.rules = rules;
    this.lang = lang;
  }

  words(words: Words | undefined, id: string): string {
    if (words === undefined) return id;
    return this.lang === 'zh' ? words.zh : (words.en ?? words.zh);
  }

  /** A reason inside a sentence that goes on: without a full stop of its own. */
  reason(words: Words): string {
    return this.words(words, '').replace(/[.。]$/, '');
  }

  fact(id: string): string {
    return this.words(this.rules.document.facts[id]?.title, id);
  }

  /** What may be known of each person of a list. */
  attribute(people: string, id: string): string {
    return this.words(this.rules.document.facts[people]?.of?.[id]?.title, id);
  }

  category(id: string): string {
    return this.words(this.rules.document.categories[id]?.title, id);
  }

  list(id: string): string {
    return this.words(this.rules.document.lists[id]?.title, id);
  }

  veto(id: string): string {
    return this.words(this.rules.document.vetoes[id]?.title, id);
  }

  scope(id: string): string {
    return this.words(this.rules.document.scope[id]?.title, id);
  }

  figure(id: string): string {
    return this.words(this.rules.document.figures[id]?.title, id);
  }

  table(id: string): string {
    return this.words(this.rules.document.tables[id]?.title, id);
  }

  parameter(id: string): string {
    return this.words(this.rules.document.parameters[id]?.title, id);
  }

  schedule(id: string): string {
    return this.words(this.rules.document.schedules[id]?.title, id);
  }

  evidence(id: string): string {
    return this.words(this.rules.document.evidence[id]?.title, id);
  }

  /** A choice has no title of its own; one that a fact declares is called as the fact. */
  choice(id: string): string {
    const [people = '', attribute] = id.split('.');
    return attribute === undefined ? this.fact(id) : this.attribute(people, attribute);
  }

  /** `2 年`, `2 years`; also the written form of a rule file, such as `6 months`. */
  span(count: number | string, unit: string): string {
    const one = unit.replace(/s$/, '');
    const words: Readonly<Record<string, Said>> = SPAN_LABELS;
    const word = Object.hasOwn(words, one) ? (words[one] as Said)[this.lang] : unit;
    return this.lang === 'zh' || String(count) === '1' ? `${count} ${word}` : `${count} ${word}s`;
  }

  /** The table or parameter that a look-up begins with. */
  site(site: string): string {
    const id = /^[a-z][a-z0-9_]*/.exec(site)?.[0] ?? site;
    return Object.hasOwn(this.rules.document.parameters, id) ? this.parameter(id) : this.table(id);
  }

  programme(id: string): string {
    return this.words(this.rules.document.programmes[id]?.title, id);
  }

  tier(id: string): string {
    if (id === NOT_RECOGNISED) return NOT_RECOGNISED_LABEL[this.lang];
    return this.words(this.rules.document.tiers.find((tier) => tier.id === id)?.title, id);
  }

  /** An option of a choice. Stages and settings have words of their own where the file gives none. */
  option(choice: string, option: string): string {
    if (choice === 'tier') return this.tier(option);
    const titles = this.rules.document.choices[choice]?.titles ?? {};
    const own: Readonly<Record<string, Said>> =
      choice === 'stage' ? STAGE_LABELS : choice === 'setting' ? SETTING_LABELS : {};
    const fallback = Object.hasOwn(own, option) ? (own[option] as Said)[this.lang] : option;
    return Object.hasOwn(titles, option) ? this.words(titles[option], option) : fallback;
  }

  /** The part of the score at a path of ids, or `undefined`. */
  part(path: string): PartDocument | undefined {
    let part: PartDocument | undefined = this.rules.document.score;
    if (path === '') return part;
    for (const id of path.split('.')) {
      part =
        part?.value.kind === 'section' && Object.hasOwn(part.value.parts, id)
          ? part.value.parts[id]
          : undefined;
    }
    return part;
  }

  /** The title of the part itself, without those of the sections around it. */
  partTitle(path: string): string {
    if (path === '') return this.lang === 'zh' ? '总分' : 'the whole score';
    return this.words(this.part(path)?.title, path.split('.').pop() ?? path);
  }

  /** The physical row something rests on. */
  source(source: SourceRef): string {
    const { file, sheet, row, list, comparison } = source;
    const compared = comparison === true;
    if (this.lang === 'zh') {
      const at = `文件 ${file}${sheet === undefined ? '' : `，工作表“${sheet}”`}，第 ${row} 行`;
      return list === undefined ? at : `${this.list(list)}${compared ? '的比对结果' : ''}（${at}）`;
    }
    const at = `file ${file}${sheet === undefined ? '' : `, sheet '${sheet}'`}, row ${row}`;
    return list === undefined ? at : `${this.list(list)}${compared ? ', comparison result' : ''} (${at})`;
  }

  /** Where a rule stands: the title of the source, its number and the place in it. */
  cited(note: { readonly in: string; readonly at?: string } | undefined): string | undefined {
    if (note === undefined) return undefined;
    const source = this.rules.document.sources[note.in];
    const pieces = [this.words(source?.title, note.in), source?.number, note.at];
    return pieces.filter((piece) => piece !== undefined).join(this.lang === 'zh' ? '，' : ', ');
  }
}

/** Several things in one sentence. */
export const listed = (texts: readonly string[], lang: Language): string =>
  texts.join(lang === 'zh' ? '、' : ', ');
