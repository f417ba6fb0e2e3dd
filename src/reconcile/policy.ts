import { type CivilDate, type Digest, digestJson, type Json } from '../value/index.js';
import { MATCH_WEIGHTS, type MatchWeights } from './weights.js';

/** The digest of a policy: two runs with the same one decide alike. */
export const policyDigest = (policy: MatchPolicy): Digest => digestJson(policy as unknown as Json);

/** How matching decides: data like a rule file, so that a run can name and hash it. */
export interface MatchPolicy {
  readonly id: string;
  readonly version: string;
  /** The day on which ages are counted. */
  readonly asOf: CivilDate;
  /** Youngest and oldest age of a student, in whole years. */
  readonly schoolAges: { readonly youngest: number; readonly oldest: number };
  /** Years beyond these ages that still count as possible: a wrong birth year must not make a child an adult. */
  readonly margin: number;
  /** An age above this proves nothing: the number is wrong. */
  readonly oldestBelievable: number;
  /** Exact words of relation columns, compared in the form of names. A word in neither table proves nothing. */
  readonly relations: { readonly child: readonly string[]; readonly notChild: readonly string[] };
  /**
   * An ID outside the school ages proves nothing while a student has the row's name whose parent's it could be: the row's
   * relation is blank, the roster lacks the IDs of the student's guardians, the place of the row and the ages do not rule
   * it out. Without it only a student whose ID or birth date is near, or whose guardian has the ID, stands against the
   * proof: fewer adults to look at, but a parent's number in a child's row is then noticed only where the roster has the
   * IDs of both parents or the list a relation.
   */
  readonly strictAdults: boolean;
  /**
   * For `strictAdults`. `guardiansKnown`: with so many guardian IDs in the roster, an ID that is none of them is no
   * parent's. `parentGap`: years between a guardian and a child, below and above which nobody is one.
   */
  readonly adults: {
    readonly guardiansKnown: number;
    readonly parentGap: { readonly least: number; readonly most: number };
  };
  /**
   * How many students of the row's name a row may hold open by the name alone, see `namesakes.ts`: where the row has no
   * ID of its child that can be relied on, and where it has one that is nobody's. A list that covers one county, or a
   * column for the area or the school, keeps namesakes elsewhere out of it.
   */
  readonly namesakes: { readonly withoutId: number; readonly withOtherId: number };
  /** Of an entry in review, so many candidates at most are shown at first. All are kept. */
  readonly shown: number;
  readonly weights: MatchWeights;
  /**
   * The scan over all IDs for an entry that no student's ID equals: in how many characters an ID may differ and still
   * make a candidate. `namedDistance`: its student's name has something in common with the row's; `distance`: one of the
   * names cannot be read; `strangerDistance`: whatever the name. `null`: no scan, and no proof.
   */
  readonly certificate: {
    readonly distance: number;
    readonly namedDistance: number;
    readonly strangerDistance: number;
  } | null;
  /** The lists that should be there, with the categories each can give. A category is known only with all its lists. */
  readonly expected: readonly { readonly list: string; readonly categories: readonly string[] }[];
}

/**
 * Only exact keys decide; everything else ranks candidates for people. A caller adds the day and the lists of the job:
 * `{ ...EXACT_POLICY, asOf, expected }`. Relation words follow GB/T 4761 and the forms that household
 * registers use (之子, 之女 …).
 */
export const EXACT_POLICY: Omit<MatchPolicy, 'asOf' | 'expected'> = {
  id: 'exact-keys',
  version: '3',
  schoolAges: { youngest: 3, oldest: 24 },
  margin: 2,
  oldestBelievable: 120,
  strictAdults: true,
  adults: { guardiansKnown: 2, parentGap: { least: 14, most: 80 } },
  namesakes: { withoutId: 10, withOtherId: 3 },
  shown: 10,
  weights: MATCH_WEIGHTS,
  certificate: { distance: 4, namedDistance: 6, strangerDistance: 2 },
  relations: {
    child: [
      ...[
        '子',
        '女',
        '子女',
        '儿子',
        '女儿',
        '儿',
        '孩子',
        '独生子',
        '独生女',
        '独生子女',
        '其他儿子',
        '其他女儿',
      ],
      ...['长子', '次子', '三子', '四子', '五子', '长女', '次女', '三女', '四女', '五女', '二子', '二女'],
      ...['养子', '继子', '养女', '继女', '养子或继子', '养女或继女', '养子女', '继子女', '非婚生子女'],
      ...['之子', '之女', '之养子', '之养女', '之继子', '之继女', '户主之子', '户主之女'],
      ...['孙', '孙子', '孙女', '外孙', '外孙子', '外孙女', '孙子女', '外孙子女', '长孙', '次孙', '孙辈'],
      ...['之孙', '之孙子', '之孙女', '之外孙', '之外孙子', '之外孙女', '户主之孙子', '户主之孙女'],
      ...[
        '曾孙',
        '曾孙子',
        '曾孙女',
        '外曾孙',
        '外曾孙子',
        '外曾孙女',
        '曾孙子或外曾孙子',
        '曾孙女或外曾孙女',
      ],
      ...['之曾孙子', '之曾孙女', '之外曾孙子', '之外曾孙女'],
      ...['孙子、孙女或外孙子、外孙女', '孙子、孙女', '外孙子、外孙女'],
      ...['侄', '侄子', '侄女', '侄儿', '之侄儿', '之侄子', '之侄女', '外甥', '外甥女', '之外甥', '之外甥女'],
      ...['学生', '在校生', '本人学生', '儿童', '被监护人', '孤儿'],
    ],
    notChild: [
      ...[
        '户主',
        '本人',
        '本人或户主',
        '申请人',
        '保障对象',
        '配偶',
        '夫',
        '妻',
        '丈夫',
        '妻子',
        '夫妻',
        '之配偶',
        '户主配偶',
      ],
      ...[
        '父',
        '母',
        '父亲',
        '母亲',
        '父母',
        '之父',
        '之母',
        '之父亲',
        '之母亲',
        '继父',
        '继母',
        '养父',
        '养母',
      ],
      ...['继父或养父', '继母或养母', '其他父母关系', '监护人', '照料人', '其他监护人'],
      ...['公公', '婆婆', '岳父', '岳母', '之公公', '之婆婆', '之岳父', '之岳母'],
      ...[
        '祖父',
        '祖母',
        '爷爷',
        '奶奶',
        '外祖父',
        '外祖母',
        '外公',
        '外婆',
        '姥爷',
        '姥姥',
        '之祖父',
        '之祖母',
      ],
      ...[
        '祖父母',
        '外祖父母',
        '祖父母或外祖父母',
        '之外祖父',
        '之外祖母',
        '曾祖父',
        '曾祖母',
        '配偶的祖父母',
      ],
      ...['儿媳', '女婿', '之儿媳', '之女婿', '孙媳', '孙婿', '之孙媳', '之孙婿', '孙媳妇', '孙女婿'],
      ...['兄', '弟', '姐', '妹', '哥哥', '弟弟', '姐姐', '妹妹', '兄弟', '姐妹', '兄弟姐妹', '之兄弟姐妹'],
      ...['之兄', '之弟', '之姐', '之妹', '嫂', '嫂子', '弟媳', '弟妹', '姐夫', '妹夫'],
      ...[
        '伯父',
        '伯母',
        '叔父',
        '叔叔',
        '婶母',
        '舅父',
        '舅母',
        '舅舅',
        '姨父',
        '姨母',
        '姑父',
        '姑母',
        '姑姑',
        '叔伯',
      ],
      ...['其他', '其他亲属', '其他关系', '非亲属'],
    ],
  },
};
