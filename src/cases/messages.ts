/** Words for the findings of case files. `{name}` stands for a value of the issue, `{name? text}` for text only where it is there. */
export const CASES_MESSAGES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'cases.duplicate': {
    zh: '有两个用例都叫“{case}”，报告里分不清是哪一个。请改其中一个的 id。',
    en: 'Two cases are called "{case}", so a report could not tell them apart. Change the id of one.',
  },
  'cases.unknownBase': {
    zh: '本文件的 base 里没有“{base}”。{near?是否想写“{near}”？}',
    en: 'There is no "{base}" under base in this file. {near?Did you mean "{near}"?}',
  },
  'cases.unknownPath': {
    zh: '认定结果里没有“{found}”这一处，这样的预期永远核对不到。{near?是否想写“{near}”？}',
    en: 'A determination has no place "{found}", so nothing could ever meet this. {near?Did you mean "{near}"?}',
  },
  'cases.noContext': {
    zh: '用例“{case}”没有写“{key}”，文件开头也没有。请写在用例里，或写在文件开头供全部用例使用。',
    en: 'Neither the case "{case}" nor the head of the file says "{key}". Say it in the case, or once for all cases.',
  },
  'cases.otherEdition': {
    zh: '这些用例属于 {scheme} {edition}，而所给的规则是 {of}，一个也没有运行。',
    en: 'These cases belong to {scheme} {edition}, but the rules given are {of}; none was run.',
  },
  'cases.unknownName': {
    zh: '规则文件里没有“{name}”（{kind}）。{near?是否想写“{near}”？}',
    en: 'The rule file has no {kind} "{name}". {near?Did you mean "{near}"?}',
  },
  'cases.misfit': {
    zh: '“{found}”不能作为“{fact}”的值。年级写数字，住校写 true 或 false。',
    en: '"{found}" is no value of "{fact}". A grade is a whole number, boarding is true or false.',
  },
};
