/**
 * Writes src/verify/variants.ts: traditional and variant characters with their simplified form, for the second matcher.
 * Made apart from the tables of src/roster: from the other direction of opencc-js (simplified to traditional), its
 * Japanese forms and the shapes below, so that one wrong entry does not pass twice. With --check it only says whether
 * the file is up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../src/verify/variants.ts', import.meta.url));
const LINE = 50;

/** Printed shapes of before 1965 and vulgar forms that stand in registers: the shape, then the standard form. */
const SHAPES = [
  '靑青 淸清 郞郎 鄕乡 旣既 槪概 緖绪 歩步 尙尚 晩晚 曁暨 毎每 渉涉 硏研 顚颠 吿告 呑吞 姸妍 愼慎 戸户 黒黑 髙高 岀出',
  '甁瓶 竝并 翆翠 聡聪 葢盖 覇霸 賛赞 鎻锁 隠隐 隷隶 顕显 竜龙 龝秋 囯国 衞卫 衛卫 曽曾 彔录 縁缘 県县',
  '眀明 昻昂 鶏鸡 覀西 玊玉 汚污 渕渊 溫温 豊丰 斈学 峯峰 崐昆 崑昆 堦阶 蘓苏 裵裴 賔宾 逺远 莭节 関关 隂阴 兎兔 勲勋 勛勋',
  '尓尔 桒桑 凖准 煕熙 熈熙 畧略 皐皋 秊年 飮饮 黙默 嵗岁 穀谷 瀋沈 薑姜 敎教 髪发 擧举 慿凭 頼赖 奥奥 録录 緑绿 姫姬 鴈雁',
  '併并 儘尽 劃划 瀋沈 託托 逕径 鏇旋 闗关 囻国 靦腼 鍊炼 錬炼 穭穞',
];

async function table(name: string): Promise<readonly (readonly string[])[]> {
  const { default: text } = (await import(`opencc-js/dict/${name}`)) as { readonly default: string };
  return text.split('|').map((entry) => entry.split(' '));
}

export async function variantsSource(): Promise<string> {
  const fold = new Map<string, string>();
  const end = (sign: string): string => {
    let at = sign;
    for (let next = fold.get(at); next !== undefined; next = fold.get(at)) at = next;
    return at;
  };
  const add = (from: string, to: string): void => {
    if ([...from].length !== 1 || [...to].length !== 1 || fold.has(from)) return;
    // The tables do not all point the same way; who came first stays.
    if (end(to) !== from) fold.set(from, to);
  };
  // Of two simplified forms of one character, that which stands for more of them is the common one.
  const simplified = [...(await table('STCharacters'))].sort((a, b) => b.length - a.length);
  for (const pair of SHAPES.flatMap((line) => line.split(' '))) {
    const [from = '', to = ''] = [...pair];
    add(from, to);
  }
  for (const [to = '', ...written] of simplified)
    if (/[\u{4E00}-\u{9FFF}]/u.test(to)) for (const one of written) add(one, to);
  for (const name of ['JPShinjitaiCharacters', 'TWVariantsRev', 'HKVariantsRev', 'TSCharacters'])
    for (const [from = '', to = ''] of await table(name)) add(from, to);
  const pairs = [...fold.keys()]
    .filter((from) => end(from) !== from && from.normalize('NFKC') === from)
    .sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0))
    .map((from) => from + end(from));
  const lines = Array.from({ length: Math.ceil(pairs.length / LINE) }, (_, i) =>
    pairs.slice(i * LINE, (i + 1) * LINE).join(''),
  );
  return [
    '// Written by scripts/verify-variants.ts. Do not edit.',
    '',
    '/** Pairs of a traditional or variant character and its simplified form, sorted. */',
    'export const VARIANTS: readonly string[] = [',
    ...lines.map((line) => `  '${line}',`),
    '];',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const source = await variantsSource();
  if (!process.argv.includes('--check')) writeFileSync(FILE, source);
  else if (readFileSync(FILE, 'utf8') !== source) {
    console.error('src/verify/variants.ts is not what scripts/verify-variants.ts writes');
    process.exitCode = 1;
  }
}
