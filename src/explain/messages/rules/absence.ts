import type { MessageCatalogue } from '../catalogue.js';

/** What may not exist, and what is more than one value: sets and people. */
export const ABSENCE_MESSAGES: MessageCatalogue = {
  'rules.maybeNone': {
    zh: '这里{formula?的“{formula}”}可能不存在（none），不能直接用来比较、作条件、计分或作金额：不存在既不是 0，也不是“否”。请用 if_none 写明那时按什么算，或先用 is not none 判断。',
    en: 'What stands here{formula? ("{formula}")} may not exist (none), so it cannot be compared, be a condition, or become points or money as it is: what does not exist is neither 0 nor no. Say what counts instead with if_none, or ask first with is not none.',
  },
  'rules.cannotBeNone': {
    zh: '这种类型（{type:type}）的值不能是“无”。请删去 none 或 only_if。',
    en: 'A value of this type ({type:type}) cannot be none. Remove none or only_if.',
  },
  'rules.noneMisfits': {
    zh: 'none 写的“{value}”与它的类型或选项不符，不存在时就不知道按什么算。请改成它能取的值，或写 none: allowed（不存在就是不存在）。',
    en: 'none is given as "{value}", which is not of this type or none of its options, so nobody knows what counts where it does not exist. Give a value that it can have, or write none: allowed.',
  },
  'rules.onlyThrough': {
    zh: '“{name}”是{type:type}，不能当作一个值来用。请用 count、has_any、has_all、sum 等来问它。',
    en: '"{name}" is {type:type} and no single value. Ask it through count, has_any, has_all, sum and the like.',
  },
  'rules.notPeople': {
    zh: '“{name}”不是人员名单，而是{found:type}。这里（count、any、all、sum、lowest、highest 所查看的，或 for 后面）要写人员名单的名称。',
    en: '"{name}" is {found:type} and no list of people. What count, any, all, sum, lowest and highest go over, and what stands behind for, is the name of a list of people.',
  },
  'rules.nestedPeople': {
    zh: '正在逐人查看名单时，不能再去查另一份名单（“{people}”）。请先写成一个 for: 的计算量，再来用它。',
    en: 'While one list of people is gone through, another ("{people}") cannot be. Write a figure with for: first, and use that.',
  },
  'rules.memberOutside': {
    zh: '“{name}”是“{people}”里每个人各有一个的数，只能在逐人查看这份名单时使用，例如 sum({name} of {people})。',
    en: 'There is one "{name}" for each of "{people}", so it can be read only while going through them, as in sum({name} of {people}).',
  },
};
