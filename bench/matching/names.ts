import { fullName, type Naming, naming, type Sex, surname } from '../../fixtures/generator/names.js';
import type { Random } from '../../fixtures/generator/random.js';

/**
 * Characters of given names, the frequent ones first. A million names from the few characters of the small city would
 * give nearly everybody a namesake; with these, about half of the students of a city have a name of their own.
 */
const GIVEN = [
  ...'子宇浩梓文欣雨佳嘉俊诗一思明志雅晨博怡轩涵梦海晓静睿琪泽天心建伟国艺悦婷雪可玉杰丽瑞春慧金华英红玲军平燕飞强永秀兰',
  ...'敏芳霞辉勇斌鹏宏磊洋超刚波峰龙凤娟莉萍艳娜琳颖莹洁倩薇露瑶璐琴丹云月彤菲蕾妍媛萱语馨紫若曼珊珍珠美香菊梅桂荣祥瑛',
  ...'德成家胜利光庆福贵喜安康宁静和顺义仁礼智信忠孝廉恒远达通辰星宸昊昕旭昌晖景曜林森木松柏楠枫桐桦栋柯江河湖溪泉清源润泓',
  ...'沐沛洲淑涛渊澜冰雯霖震霆鸿鹤翔翰羽骏骥驰奔承继绍传启航扬帆兴旺盛茂繁锦绣彩丰硕瑾瑜琦璇琬珂玥珮琰钰铭锋鑫钧铎銘书卷',
  ...'墨韵歌舞乐笛弦画卿君尧舜禹皓然之以亦尔何其允元克全初同向吉含哲唯善士多大如学宝定宜容尚岚岩山川巧年延弘彦彬彰影徽怀',
];

const THROWS = [1, 2, 3, 4];

/** The least of a few throws: some characters are very frequent, and most are rare. */
function given(dice: Random): string {
  const least = THROWS.reduce((lowest) => Math.min(lowest, dice.below(GIVEN.length)), GIVEN.length);
  return GIVEN[least] ?? '';
}

/** An invented name: one in sixty as the small city makes them, with its rare characters; one in six of two characters. */
export function benchName(dice: Random, names: Naming, sex: Sex): string {
  if (names.dotted || dice.chance(1, 60)) return fullName(dice, names, sex);
  return names.surname + given(dice) + (dice.chance(1, 6) ? '' : given(dice));
}

/** A twin's name: in two of three pairs all but one character is the same. */
export function benchTwinName(dice: Random, names: Naming, twin: string, sex: Sex): string {
  if (names.dotted || dice.chance(1, 3)) return benchName(dice, names, sex);
  return [...twin].slice(0, -1).join('') + given(dice);
}

export const homeNames = (dice: Random): Naming => naming(dice);

/** Of somebody who married in. */
export const otherNames = (dice: Random, names: Naming): Naming =>
  names.dotted ? names : { surname: surname(dice), dotted: false };
