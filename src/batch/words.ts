/** First words of rows that are no person. The row is a total where the word is the whole cell or begins it. */
export const TOTAL_WORDS = ['合计', '总计', '小计', '共计', '累计'];
export const REMARK_WORDS = [
  '填表人',
  '制表人',
  '填报人',
  '填报单位',
  '审核',
  '审批',
  '负责人',
  '备注',
  '注：',
  '注:',
  '说明',
  '单位：',
  '单位（盖章）',
  '日期：',
  '联系电话',
  '制表日期',
  '填报日期',
  '打印日期',
  '经办人',
  '以下空白',
  '以下无正文',
  '此页无正文',
];

/** A total of a part: the part and the word (`城关镇小计`). */
export const PART_TOTAL = /^.{1,16}(?:合计|总计|小计|共计)$/u;

/** What stands in a cell that repeats the cell above. */
export const DITTO: ReadonlySet<string> = new Set(['同上', '〃', '″', '"', '″″', '——〃——']);

/** A common surname and one to three characters: where most words of a column look so, they may be names. */
export const NAME_LIKE =
  /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤]\p{Script=Han}{1,3}$/u;
