/** Findings about a run and its folder. */
export const RUN_MESSAGES = {
  'run.equation': {
    zh: '账不平：{equation} 的两边是 {left} 和 {right}。有人可能漏掉了，所以没有输出任何结果；请报告这个问题。',
    en: 'The books do not balance: {equation} has {left} on one side and {right} on the other. Somebody may be missing, so nothing was written. Please report this.',
  },
  'run.noOut': {
    zh: '没有说明结果写到哪里。请在任务文件里写 out，或在命令后加 --out。',
    en: 'Nothing says where to write the run. Give "out" in the job file, or --out.',
  },
  'run.outNotEmpty': {
    zh: '文件夹 {out} 里已有别的东西，不会覆盖。请换一个文件夹。',
    en: 'The folder {out} holds something else and is not overwritten. Choose another.',
  },
  'run.outIsRun': {
    zh: '文件夹 {out} 里是以前的运行结果。要用新的结果替换它，请加 --replace。',
    en: 'The folder {out} holds an earlier run. To put the new one in its place, add --replace.',
  },
  'run.outNotFolder': {
    zh: '{out} 是链接或文件，不是文件夹。请换一个位置。',
    en: '{out} is a link or a file, not a folder. Choose another place.',
  },
  'run.cannotWrite': {
    zh: '写不进 {out}（{reason}）。请检查权限和剩余空间。',
    en: 'Cannot write to {out} ({reason}). Check permissions and free space.',
  },
  'run.cannotRead': {
    zh: '读不了 {file}（{reason}）。',
    en: 'Cannot read {file} ({reason}).',
  },
  'run.notARun': {
    zh: '{folder} 不是一个完整的运行文件夹（缺少 {file}）。',
    en: '{folder} is no complete run folder: {file} is missing.',
  },
  'run.damaged': {
    zh: '运行文件夹里的 {file} 与清单上的摘要不符：运行之后被改动过，或者已经损坏。',
    en: '{file} of the run folder does not have the digest that the manifest states: it was changed after the run, or damaged.',
  },
  'run.noStudent': {
    zh: '这次运行里没有这个学籍号的学生。请核对号码；没有学籍号的学生用 S- 开头的代号。',
    en: 'No student of this run has this key. Check the number; a student without one has a key that begins with S-.',
  },
  'run.interrupted': { zh: '已中断，没有输出任何结果。', en: 'Interrupted; nothing was written.' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
