import {
  type Because,
  CHECK_MESSAGES,
  CHECK_WORDS,
  type CheckedProperty,
  issueOf,
  type Reads,
} from '../check/index.js';
import {
  grouped,
  type Language,
  money,
  OUTCOME_LABELS,
  say,
  scalarInWords,
  sentenceOf,
  Titles,
} from '../explain/index.js';
import { partsOf, type RuleSet } from '../rules/index.js';

type Values = Readonly<Record<string, string | number>>;

/** Findings of the prover in the words of the rule file: its titles instead of ids, money as money. */
export class CheckWords {
  readonly rules: RuleSet;
  readonly lang: Language;
  readonly titles: Titles;

  constructor(rules: RuleSet, lang: Language) {
    this.rules = rules;
    this.lang = lang;
    this.titles = new Titles(rules, lang);
  }

  say(zh: string, en: string): string {
    return say(this.lang, zh, en);
  }

  /** What is wrong. */
  sentence(found: CheckedProperty): string {
    const issue = issueOf(found);
    return issue === null
      ? ''
      : sentenceOf({ ...issue, values: this.values(found, issue.values) }, this.lang, CHECK_MESSAGES);
  }

  /** What to do about it. */
  advice(found: CheckedProperty): string {
    const issue = issueOf(found);
    const code = `${issue?.code}.do`;
    return issue === null || CHECK_MESSAGES[code] === undefined
      ? ''
      : sentenceOf(
          { code, severity: 'note', values: this.values(found, issue.values) },
          this.lang,
          CHECK_MESSAGES,
        );
  }

  because(reason: Because | undefined): string {
    if (reason === undefined) return '';
    const { code, values } = reason;
    const { node, cell } = values;
    const named = {
      ...values,
      ...(typeof node === 'string' ? { node: this.node(node) } : {}),
      ...(typeof cell === 'string' && cell !== '' ? { cell: this.titles.site(cell) } : {}),
    };
    return sentenceOf({ code, severity: 'note', values: named }, this.lang, CHECK_MESSAGES);
  }

  /** Where the prover stopped: a figure, table, list, programme or part, by its title. */
  private node(id: string): string {
    const { document } = this.rules;
    const own = (block: object): boolean => Object.hasOwn(block, id);
    if (id === 'score') return this.titles.partTitle('');
    if (own(document.figures)) return this.titles.figure(id);
    if (own(document.programmes)) return this.titles.programme(id);
    if (own(document.tables)) return this.titles.table(id);
    if (own(document.lists)) return this.titles.list(id);
    return this.titles.part(id) === undefined ? id : this.titles.partTitle(id);
  }

  /** What the finding is about, as the first word of a line. */
  aspectOf({ id, property }: CheckedProperty): string {
    const [, first = '', ...rest] = id.split(' ');
    return this.aspect(property === 'sumOrder' ? `${first} ${rest[0] ?? ''}` : rest.join(' '));
  }

  /** The table or parameter of a hole. */
  tableOf({ id, property }: CheckedProperty): string {
    return this.named(property, '', id.split(' ')[1] ?? '');
  }

  /** That a student is on the list of a category. */
  listed(category: string): string {
    const name = this.titles.category(category);
    return this.say(`列入“${name}”`, `on the list "${name}"`);
  }

  private values({ id, property, witness }: CheckedProperty, values: Values): Values {
    const words: Record<string, string | number> = { ...values };
    const text = (name: string): string => String(values[name] ?? '');
    const put = (name: string, word: string): void => {
      if (values[name] !== undefined) words[name] = word;
    };
    put('fact', this.subject(text('fact')));
    put('category', this.titles.category(text('category')));
    put('programme', this.titles.programme(text('programme')));
    put('tier', this.titles.tier(text('tier')));
    put('aspect', this.aspect(text('aspect')));
    put('list', this.titles.list(text('list')));
    if (property === 'countedOnce') {
      const parts = id.split(' ').length > 2;
      const name = (of: string): string =>
        /^[0-9]+$/.test(of) ? of : parts ? this.part(of) : this.titles.category(of);
      put('first', name(text('first')));
      put('second', name(text('second')));
    }
    if (values.of !== undefined) words.of = this.named(property, text('kind'), text('of'));
    put('kind', CHECK_WORDS[text('kind')]?.[this.lang] ?? text('kind'));
    if (property === 'reachable' && values.row !== undefined) words.row = this.row(text('row'), id);
    if (witness !== undefined) {
      put('before', this.shown(id, text('before')));
      put('after', this.shown(id, text('after')));
    }
    return words;
  }

  private named(property: string, kind: string, of: string): string {
    const { titles } = this;
    if (property === 'floor') return titles.category(of);
    if (property === 'neighbours' || property === 'noGap') {
      const id = of.split('.')[0] ?? of;
      return Object.hasOwn(this.rules.document.parameters, id) ? titles.parameter(id) : titles.table(id);
    }
    if (property === 'total') return of === 'tier' ? this.aspect('tier') : titles.programme(of);
    if (property !== 'reachable') return this.part(of);
    switch (kind) {
      case 'tier':
        return titles.tier(of);
      case 'programme':
        return titles.programme(of);
      case 'category':
        return titles.category(of);
      case 'veto':
        return titles.veto(of);
      default: {
        const programme = of.replace(/\.amount$/, '');
        if (of.startsWith('score.')) return this.part(of);
        if (programme === of) return titles.figure(of);
        return this.say(
          `${titles.programme(programme)}的金额`,
          `the amount of ${titles.programme(programme)}`,
        );
      }
    }
  }

  private part(of: string): string {
    return this.titles.partTitle(of.replace(/^score\.?/, ''));
  }

  /** `bands.3`, `first.2`, `otherwise` or an option. */
  private row(row: string, id: string): string {
    const [kind = '', count = ''] = row.split('.');
    if (row === 'otherwise') return this.say('其余（otherwise）', 'otherwise');
    if (kind === 'bands') return this.say(`第 ${count} 段`, `band ${count}`);
    if (count !== '') return this.say(`第 ${count} 种情形`, `case ${count}`);
    const path = id.replace(/^reachable rows (?:score\.)?/, '');
    const value =
      partsOf(this.rules.score).find((part) => part.path === path)?.value ??
      this.rules.figures.find((figure) => figure.id === path)?.value;
    const choice = value?.kind === 'options' && value.of.type.kind === 'choice' ? value.of.type.choice : null;
    return choice === null ? row : this.titles.option(choice, row);
  }

  /** What a fact is called; what the enrolment says has a name of its own where the file gives none. */
  fact(id: string): string {
    const named = this.rules.document.facts[id]?.title !== undefined;
    return named ? this.titles.fact(id) : (CHECK_WORDS[id]?.[this.lang] ?? id);
  }

  /** A fact that is read, and of a protected attribute with what ground. */
  readFact({ protected: marked }: Reads, id: string): string {
    const one = marked.find(({ fact }) => fact === id);
    if (one === undefined) return this.fact(id);
    const ground = one.ground === null ? undefined : this.titles.cited({ in: one.ground });
    return ground === undefined
      ? this.say(`${this.fact(id)}（未写明依据）`, `${this.fact(id)} (no ground stated)`)
      : this.say(`${this.fact(id)}（依据：${ground}）`, `${this.fact(id)} (ground: ${ground})`);
  }

  /** A fact, an option of one, or what is known of each of some people. */
  subject(of: string): string {
    const [id = '', inner] = of.split('.');
    if (inner === undefined) return this.fact(id);
    const fact = this.rules.facts.find((one) => one.id === id);
    const part =
      fact?.type.kind === 'several'
        ? this.titles.option(fact.type.choice, inner)
        : this.titles.attribute(id, inner);
    return this.say(`${this.fact(id)}·${part}`, `${this.fact(id)}, ${part}`);
  }

  /** `tier`, `score`, `money CNY/year`. */
  aspect(of: string): string {
    const [first = '', purse = ''] = of.split(' ');
    const word = CHECK_WORDS[first]?.[this.lang] ?? of;
    const period = purse.split('/')[1] ?? '';
    const every = CHECK_WORDS[`per ${period}`]?.[this.lang];
    return every === undefined ? word : this.say(`${every}${word}`, `${word} ${every}`);
  }

  /** A programme, or what is had together: `programme grant`, `money CNY/year`. */
  purse(of: string): string {
    const programme = of.replace(/^programme /, '');
    if (programme !== of) return this.titles.programme(programme);
    return this.say(`${this.aspect(of)}合计`, `${this.aspect(of)}, in all`);
  }

  factValue(fact: string, text: string): string {
    return scalarInWords(text, this.rules.facts.find(({ id }) => id === fact)?.type, this.titles);
  }

  /** What a student comes to, in the terms of a finding. */
  shown(id: string, text: string): string {
    const currency = / (?:money|loan) ([A-Z]{3})\//.exec(id)?.[1];
    if (currency !== undefined && /^-?[0-9]+$/.test(text)) return money(text, currency, this.lang);
    const [property, programme] = id.split(' ');
    if (property === 'cap') return this.say(`${text} 分`, `${text} points`);
    if (/^-?[0-9]+$/.test(text) && (property === 'amountOrder' || property === 'total'))
      return this.amount(programme ?? '', text);
    return this.outcome(text);
  }

  /** A tier, an outcome that is no tier, or points. */
  outcome(text: string): string {
    if (this.rules.tierIds.includes(text)) return this.titles.tier(text);
    if (Object.hasOwn(OUTCOME_LABELS, text))
      return OUTCOME_LABELS[text as keyof typeof OUTCOME_LABELS][this.lang];
    return grouped(text);
  }

  /** What a programme gives: minor units, `unstated`, or nothing. */
  amount(programme: string, text: string): string {
    if (text === '') return this.say('没有', 'none');
    if (text === 'unstated') return this.say('有（金额未写）', 'given, no amount stated');
    const { currency } = this.rules.programmes.find(({ id }) => id === programme) ?? { currency: null };
    return currency === null ? text : money(text, currency, this.lang);
  }

  section({ stage, setting, at }: Pick<CheckedProperty, 'stage' | 'setting' | 'at'>): string {
    return [
      stage === undefined ? '' : this.titles.option('stage', stage),
      setting === undefined ? '' : this.titles.option('setting', setting),
      at ?? '',
    ]
      .filter((one) => one !== '')
      .join(this.say('·', ', '));
  }

  /** Of very many the first, and how many there are. */
  some(names: readonly string[], most: number): string {
    const shown = names.slice(0, most).join(this.say('、', ', '));
    return names.length <= most
      ? shown
      : this.say(`${shown}等 ${names.length} 项`, `${shown} and ${names.length - most} more`);
  }
}
