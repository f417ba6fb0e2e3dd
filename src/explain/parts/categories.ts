import type { CategoryDocument } from '../../rules/index.js';
import type { About, TextPart } from '../about.js';
import { DOUBT_LABELS } from '../labels.js';
import { listed } from '../names.js';
import { grouped } from '../quantity.js';

/** Which categories the student belongs to, by which list rows, which are open and which not. */
export function categoriesPart(about: About): TextPart {
  const { determination: d, titles, rules, lang, say } = about;
  const lines = d.categories.flatMap((one): string[] => {
    const title = titles.category(one.category);
    const rows = one.evidence.map((source) => titles.source(source));
    const seen = rows.length === 0 ? '' : say(`，见 ${rows.join('；')}`, `: ${rows.join('; ')}`);
    if (one.status === 'in') {
      const does = effects(rules.document.categories[one.category], about);
      return [say(`属于“${title}”${does}${seen}。`, `In “${title}”${does}${seen}.`)];
    }
    if (one.status === 'out') return [];
    const why = one.doubt === undefined ? '' : DOUBT_LABELS[one.doubt][lang];
    return [say(`“${title}”尚不清楚：${why}${seen}。`, `“${title}” is open: ${why}${seen}.`)];
  });
  const out = d.categories.filter((one) => one.status === 'out').map((one) => titles.category(one.category));
  if (out.length > 0) {
    const names = listed(out, lang);
    lines.push(say(`经比对不属于：${names}。`, `Not in: ${names}.`));
  }
  return { heading: say('名单与类别', 'Lists and categories'), lines };
}

/** What belonging does: a tier at least, a tier whatever the score, points. */
function effects(category: CategoryDocument | undefined, { titles, say }: About): string {
  const { floor, bypass, points } = category ?? {};
  const all = [
    ...(bypass === undefined
      ? []
      : [say(`直接为“${titles.tier(bypass)}”，不看得分`, `“${titles.tier(bypass)}” whatever the score`)]),
    ...(floor === undefined ? [] : [say(`至少“${titles.tier(floor)}”`, `at least “${titles.tier(floor)}”`)]),
    ...(points === undefined ? [] : [say(`${grouped(points)} 分`, `${grouped(points)} points`)]),
  ].join(say('，', ', '));
  return all === '' ? '' : say(`（${all}）`, ` (${all})`);
}
