/** Findings about a run and its folder. */
export const RUN_MESSAGES = {
  'run.refuted': {
    zh: '这份规则不能用：{finding} 不成立，会有人因此吃亏或者漏掉。bulou check {file} 会列出是怎样的学生；确实要照此办的，在任务文件 exceptions 里写明这一条、理由、谁、哪天。',
    en: 'These rules cannot be used: {finding} does not hold, so somebody can come off worse or fall through. bulou check {file} shows the student. If it is meant, name the finding under "exceptions" of the job, with reason, who and when.',
  },
  'run.refutedAccepted': {
    zh: '{finding} 不成立，{by} 于 {on} 已知悉并同意照此办理（任务文件 exceptions）',
    en: '{finding} does not hold, and {by} accepted it on {on} ("exceptions" of the job)',
  },
  'run.exceptionUnused': {
    zh: '任务文件同意了 {finding}，但这份规则里没有这个问题。可能是为另一版规则写的，请删去或核对。',
    en: 'The job accepts {finding}, and these rules have no such finding. It may have been written for another edition: remove or check it.',
  },
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
  'answer.changed': {
    zh: '这条结论所依据的内容后来变了，没有采用，已请重新核对（上次的结论列在那一行）。',
    en: 'What this answer rests on has changed since; it was not used, and the question is asked again with the earlier answer beside it.',
  },
  'answer.orphan': {
    zh: '这条结论所说的人或事不在本次的名单和花名册里了，没有采用。请核对是否用错了文件；确实不再需要的，请从文件中删去。',
    en: 'Nobody of these lists and this roster is the one that this answer is about any more; it was not used. Check that it is the right file; if it is no longer needed, remove it.',
  },
  'answer.settled': {
    zh: '这件事已经不需要人定：名单和花名册自己得出了同样的结论。',
    en: 'Nobody needs to decide this any more: lists and roster say the same by themselves.',
  },
  'answer.overtaken': {
    zh: '名单和花名册更新后，这个人得出的结论与这里填写的不同，以名单和花名册为准。请核对。',
    en: 'The lists and the roster now say something else than this answer by themselves, and they were followed. Check which is right.',
  },
  'answer.chosen': {
    zh: '选定的学籍号不清楚：没有填，或者不止一名学生符合。没有采用，请从下拉框中选一个。',
    en: 'It is not clear which student was chosen: none is named, or more than one fits. The answer was not used; choose one of the list.',
  },
  'slice.outIsSlices': {
    zh: '文件夹 {out} 里是以前分发的核查表。要替换，请加 --replace。已经填好交回的表请先移走。',
    en: 'The folder {out} holds slices written earlier. To replace them, add --replace; move what came back filled in away first.',
  },
  'run.interrupted': { zh: '已中断，没有输出任何结果。', en: 'Interrupted; nothing was written.' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
