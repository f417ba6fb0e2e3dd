/**
 * How a character or two are read as a surname, where that is not the usual reading: it comes first at the head of a
 * name, and the others stay. Compound surnames are here so that their first character is not read as a single one.
 */
export const SURNAME_READINGS: readonly string[] = [
  '单shan 仇qiu 曾zeng 查zha 解xie 区ou 朴piao 盖ge 缪miao 繁po 覃qin 翟zhai 乐yue 宓mi 种chong 召shao 员yun 折she 黑he',
  '洗xian 句gou 那na 能nai 訾zi 哈ha 车che 祭zhai 隗wei 过guo 华hua 秘bi 牟mu 柏bai 费fei 盛sheng 石shi 宿su 佴nai 燕yan',
  '谌chen 郗xi 阙que 隽juan 适kuo 撒sa 尉wei 行xing 重chong 都du 郇xun 莘shen 相xiang 要yao 藏zang 卜bu 贾jia 沈shen 纪ji',
  '应ying 长zhang 呙guo 乜nie 幺yao 厍she 於yu 朝chao 妫gui 尉迟yu/chi 万俟mo/qi 长孙zhang/sun 澹台tan/tai 令狐ling/hu',
  '夏侯xia/hou 皇甫huang/fu 宇文yu/wen 鲜于xian/yu 单于chan/yu 申屠shen/tu 独孤du/gu 拓跋tuo/ba 呼延hu/yan 赫连he/lian',
  '公冶gong/ye 亓官qi/guan 百里bai/li 南宫nan/gong 上官shang/guan 欧阳ou/yang 司马si/ma 司徒si/tu 司空si/kong 诸葛zhu/ge',
  '东方dong/fang 慕容mu/rong 公孙gong/sun 轩辕xuan/yuan 闻人wen/ren 濮阳pu/yang 淳于chun/yu 太叔tai/shu 仲孙zhong/sun',
  '钟离zhong/li 宰父zai/fu 谷梁gu/liang 段干duan/gan 东郭dong/guo 南门nan/men 西门xi/men 第五di/wu',
];
