import type { About, TextPart } from '../about.js';
import { DOUBT_LABELS } from '../labels.js';
import { listed } from '../names.js';

/** Which categories the student belongs to, by which list rows, which are open and which not. */
export function categoriesPart({ determination: d, titles, rules, lang, say }: About): TextPart {
  const lines = d.categories.flatMap((one): string[] => {
    const title = titles.category(one.category);
    const floor = rules.document.categories[one.category]?.floor;
    const rows = one.evidence.map((source) => titles.source(source));
    const seen = rows.length === 0 ? '' : say(`，见 ${rows.join('；')}`, `: ${rows.join('; ')}`);
    if (one.status === 'in') {
      const least =
        floor === undefined
          ? ''
          : say(`（至少“${titles.tier(floor)}”）`, ` (at least “${titles.tier(floor)}”)`);
      return [say(`属于“${title}”${least}${seen}。`, `In “${title}”${least}${seen}.`)];
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
