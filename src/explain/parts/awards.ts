import type { Award } from '../../determine/index.js';
import type { About, TextPart } from '../about.js';
import type { Known } from '../condition/index.js';
import { INSTRUMENT_LABELS, PAYEE_LABELS, PERIOD_LABELS } from '../labels.js';
import { money } from '../quantity.js';

/** What each programme gives, what is still open, and what is not given and why. */
export function awardsPart(about: About): TextPart {
  const { determination: d, say } = about;
  const order = ['granted', 'open', 'notEntitled'];
  const here = d.awards.filter((award) => !elsewhere(award, about));
  const sorted = here.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const others = d.awards.length - here.length;
  const rest = say(
    `另有 ${others} 个项目面向其他学段或就读形式，与本生无关。`,
    others === 1
      ? '1 more programme is for another stage or setting and does not concern this student.'
      : `${others} more programmes are for other stages or settings and do not concern this student.`,
  );
  return {
    heading: say('资助', 'Aid'),
    lines: [...sorted.map((award) => line(award, about)), ...(others > 0 ? [rest] : [])],
  };
}

/** Whether a programme is for another place of study: its condition is false by the enrolment alone. */
function elsewhere(award: Award, { rules, determination: d, conditions }: About): boolean {
  if (award.state !== 'notEntitled') return false;
  const programme = rules.programmes.find((one) => one.id === award.programme);
  const enrolment: Known = (of) => {
    if (of.kind !== 'fact' || rules.document.facts[of.id]?.origin !== 'enrolment') return undefined;
    return d.facts.find((used) => used.fact === of.id)?.value;
  };
  return programme !== undefined && conditions.holds(programme.for, enrolment) === false;
}

function line(award: Award, about: About): string {
  const { titles, lang, say, rules } = about;
  const { document } = rules;
  const instruments: Readonly<Record<string, { readonly zh: string; readonly en: string }>> =
    INSTRUMENT_LABELS;
  const instrument = instruments[award.instrument]?.[lang] ?? award.instrument;
  const name = say(
    `${titles.programme(award.programme)}（${instrument}）`,
    `${titles.programme(award.programme)} (${instrument})`,
  );
  const programme = document.programmes[award.programme];
  const cited = titles.cited(programme?.source);
  const by = cited === undefined ? '' : say(`（依据：${cited}）`, ` (by: ${cited})`);
  switch (award.state) {
    case 'granted':
      return `${name}${say('：', ': ')}${amountOf(award, about)}${payeeOf(award, about)}${by}${say('。', '.')}`;
    case 'open':
      return say(
        `${name}：尚未定下${betweenOf(award, about)}。`,
        `${name}: not settled yet${betweenOf(award, about)}.`,
      );
    case 'notEntitled': {
      const unmet = demandsOf(award.programme, about).join(say('；', '; '));
      return say(`${name}：不符合条件，须${unmet}。`, `${name}: not entitled; it asks that ${unmet}.`);
    }
  }
}

const perOf = (award: Award, { lang }: About): string => {
  const periods: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = PERIOD_LABELS;
  return periods[award.per]?.[lang] ?? award.per;
};

function amountOf(award: Award, about: About): string {
  const { titles, lang, say, rules } = about;
  if (award.amount !== null && award.amount !== undefined) {
    const { minor, currency } = award.amount;
    return `${money(minor, currency, lang)}${perOf(award, about)}`;
  }
  const amount = rules.document.programmes[award.programme]?.amount;
  const because = amount?.kind === 'unstated' ? titles.reason(amount.because) : '';
  const why = because === '' ? '' : say(`：${because}`, `: ${because}`);
  return say(`可享受，规则没有写明金额${why}`, `granted; the rules state no amount${why}`);
}

function payeeOf(award: Award, { lang, say }: About): string {
  const payees: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = PAYEE_LABELS;
  const payee = payees[award.payee]?.[lang] ?? award.payee;
  return say(`，给付对象：${payee}`, `, paid to ${payee}`);
}

function betweenOf(award: Award, about: About): string {
  if (award.between === undefined) return '';
  const { currency, least, most, among = [] } = award.between;
  const inWords = (minor: string): string => money(minor, currency, about.lang);
  const [low, high] = [inWords(least), inWords(most)];
  const per = perOf(award, about);
  if (among.length > 2) {
    const others = among.slice(0, -1).map(inWords);
    return about.say(
      `，可能是 ${others.join('、')}或 ${high}${per}`,
      `, one of ${others.join(', ')} or ${high}${per}`,
    );
  }
  return about.say(`，在 ${low}至 ${high}${per}之间`, `, between ${low} and ${high}${per}`);
}

/** The demands of the programme that this student does not meet. */
function demandsOf(id: string, { rules, determination: d, conditions }: About): readonly string[] {
  const programme = rules.programmes.find((one) => one.id === id);
  if (programme === undefined) return [id];
  const tier = d.decided?.tier ?? d.recommended?.tier;
  return conditions.unmet(programme.for, (of) => {
    switch (of.kind) {
      case 'fact':
        return d.facts.find((used) => used.fact === of.id)?.value;
      case 'figure':
        return d.figures.find((one) => one.figure === of.id)?.value;
      case 'part':
        return d.trace.find((one) => one.part === of.path)?.points;
      case 'tier':
        return tier;
      case 'score':
        return d.recommended?.score;
      case 'score_tier':
        return d.recommended?.scoreTier;
      case 'as_of':
        return d.asOf;
      case 'period_start':
        return undefined;
      case 'category': {
        const status = d.categories.find((one) => one.category === of.id)?.status;
        // Whether an entry is there is known; what else the category asks for is not looked at here.
        return status === 'out' ? false : undefined;
      }
    }
  });
}
