/**
 * Characters that are taken for each other but are different by law: the first of each class stands for all. They are
 * former variants that 通用规范汉字表 (2013) made characters of their own (喆, 堃, 甯), surnames written short by the
 * withdrawn simplification of 1977 (肖, 付, 闫), forms that are traditional for one character and standard for another
 * (乾, 於), and shapes that readers and keyboards confuse (己, 已, 巳). They find candidates; two siblings may be
 * called 喆 and 哲.
 */
export const CONFUSABLE: readonly string[] = [
  '哲喆 坤堃 升昇陞 宁甯 肖萧 付傅 闫阎 代戴 丘邱 渺淼 村邨 奔犇 于於 干乾 钟锺 巨钜鉅',
  '扬飏 同仝 苏甦 和龢 范氾 曲麴麹麯 咤吒 伙夥 后後 征徵 拼拚 挨捱 折摺 矩榘 烟菸 苔薹',
  '夹袷 糖醣 么麽幺 修脩 捍扞 绩勣 秘祕 溪谿 俯頫 札劄 搜蒐 克剋 乃迺逎 桠椏 佩珮 假叚',
  '洁絜 线線缐 晰皙晳 栗凓 戮勠 嗔瞋 趟蹚 撅噘 熔镕 烨晔 粘黏 雕凋 熏薰 淡澹 菇菰 混溷',
  '剪翦 滕藤腾 晖辉 璇璿 睿叡 皓晧 俊隽 佑祐 专耑 己已巳 未末 土士 人入 日曰 戊戌戍 刺剌',
  '赢嬴 祎袆 玟玫 妤好 员贠 厘釐 苎苧 谷榖 鞠鞫',
];
