/** Findings of a shadow run. */
export const SHADOW_MESSAGES = {
  'shadow.arrived': {
    zh: '影子试跑：放进 {count} 名哨兵学生，一个不漏。它们不进入真实结果。',
    en: 'Shadow run: {count} sentinels, and every one arrived. Nothing of them is in the real run.',
  },
  'shadow.lostRow': {
    zh: '哨兵学生（写法 {trap}）在花名册里就丢了。真实的学生也会这样丢：没有运行，请报告这个问题。',
    en: 'A sentinel (written as {trap}) was lost from the roster. A real student would be lost the same way: nothing was run. Please report this.',
  },
  'shadow.lostEntry': {
    zh: '哨兵学生（写法 {trap}）在名单 {list} 上没有对上，也没有留给人核对。真实的学生也会这样丢：没有运行，请报告这个问题。',
    en: 'A sentinel (written as {trap}) was neither matched on the list {list} nor held for a person. A real student would be lost the same way: nothing was run. Please report this.',
  },
  'shadow.lostCategory': {
    zh: '哨兵学生（写法 {trap}）在名单 {list} 上对上了，却没有得到相应的身份。真实的学生也会这样丢：没有运行，请报告这个问题。',
    en: 'A sentinel (written as {trap}) was matched on the list {list} and did not get its category. A real student would be lost the same way: nothing was run. Please report this.',
  },
  'shadow.lostOutcome': {
    zh: '哨兵学生（写法 {trap}）没有认定结果。真实的学生也会这样丢：没有运行，请报告这个问题。',
    en: 'A sentinel (written as {trap}) has no determination. A real student would be lost the same way: nothing was run. Please report this.',
  },
  'shadow.lostFloor': {
    zh: '哨兵学生（写法 {trap}）在名单 {list} 上，却低于保底档次。真实的学生也会这样吃亏：没有运行，请报告这个问题。',
    en: 'A sentinel (written as {trap}) is on the list {list} and below its floor. A real student would lose the same way: nothing was run. Please report this.',
  },
  'shadow.without': {
    zh: '{what} 里放不进哨兵学生，这一处没有试到。',
    en: 'No sentinel can stand in {what}; that place was not tried.',
  },
  'shadow.none': {
    zh: '没有一处放得进哨兵学生，什么也没有试。',
    en: 'No sentinel can stand anywhere, so nothing was tried.',
  },
};
