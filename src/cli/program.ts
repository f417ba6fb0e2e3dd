import { Command, CommanderError, Option } from 'commander';
import type { Exit } from '../batch/index.js';
import type { Language } from '../explain/index.js';
import type { CheckSettings } from './commands/check.js';
import type { Terminal } from './terminal.js';

const CLEAN: Exit = 0;
const USAGE: Exit = 2;
const ENVIRONMENT: Exit = 7;
const DEFECT: Exit = 70;

interface WithLanguage {
  readonly lang: Language;
}

const langOption = (): Option =>
  new Option('--lang <lang>', '中文或英文 · Chinese or English').choices(['zh', 'en']).default('zh');

const EXITS = `
退出码 · exit codes
  0  完整且无事可办 · complete and clean        4  内容被改动 · integrity
  1  完整，有事要人办 · complete, with items    5  账目不平 · an equation does not hold
  2  用法不对 · usage                           6  超出上限 · limit
  3  输入或规则被拒 · input or rules refused    7  环境不行 · environment
  70 bulou 的缺陷 · a defect in bulou         130  中断 · interrupted
`;

/**
 * Runs one command line (without the program's name) and gives its exit code. Commands are loaded when they are
 * called, so that help and completion stay quick. Never throws; a stack is shown only for a defect, with `--debug`.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<Exit> {
  let exit: Exit = CLEAN;
  const program = new Command('bulou')
    .description(
      '不漏：按规则文件认定学生资助，一个也不漏 · decides student aid from rule files, no one missed',
    )
    .option('-V, --version', '版本 · the version')
    .option('--debug', '出现缺陷时显示调用栈 · show the stack of a defect')
    .showHelpAfterError()
    .addHelpText('after', EXITS)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  const command = (name: string, about: string): Command =>
    program.command(name).description(about).addOption(langOption());

  command('run <job>', '认定整个花名册，写出结果文件夹 · determine a whole roster and write a run folder')
    .option(
      '--out <folder>',
      '结果文件夹，代替任务文件里的 out · the run folder, instead of the one in the job',
    )
    .option('--replace', '替换该处以前的结果 · replace an earlier run there')
    .option('--sentinels', '先用哨兵学生影子试跑 · first run in shadow with sentinels')
    .action(
      async (
        job: string,
        options: WithLanguage & { out?: string; replace?: boolean; sentinels?: boolean },
      ) => {
        const { runCommand } = await import('./commands/run.js');
        exit = await runCommand(job, options, terminal);
      },
    );
  command(
    'inspect <file...>',
    '看看文件里有什么，并给出任务文件的片段 · what is in a file, with a job fragment',
  ).action(async (files: string[], options: WithLanguage) => {
    const { inspectCommand } = await import('./commands/inspect.js');
    exit = await inspectCommand(files, options, terminal);
  });
  command(
    'check <rules...>',
    '检查规则文件，并证明它不漏人 · read rule files and prove them, or show who breaks them',
  )
    .option('--expanded', '只打印规范形式 · print the canonical form and nothing else')
    .option('--case <file>', '把找到的学生写成用例 · write the students that were found as a case file')
    .option(
      '--cliff <amount>',
      '列出一个单位使金额变动超过此数之处 · list where one unit moves money by more',
    )
    .option('--all', '全部列出，不作省略 · everything, however long')
    .option('--json', '每个文件一行 JSON · one line of JSON for each file')
    .option('--time', '打印用时 · print how long each file took')
    .action(async (rules: string[], options: WithLanguage & Omit<CheckSettings, 'lang'>) => {
      const { checkCommand } = await import('./commands/check.js');
      exit = await checkCommand(rules, options, terminal);
    });
  command('test <rules...>', '运行规则旁边的用例 · run the cases beside rule files')
    .option('--time', '打印每个文件用时 · print how long each file took')
    .action(async (rules: string[], options: WithLanguage & { time?: boolean }) => {
      const { testCommand } = await import('./commands/test.js');
      exit = await testCommand(rules, options, terminal);
    });
  command(
    'mutate <rules...>',
    '检验用例：把规则逐处改错，看用例能否查出 · test the cases: which mistakes in the rules would they notice',
  )
    .option('--summary', '只打印汇总表 · print the table only')
    .action(async (rules: string[], options: WithLanguage & { summary?: boolean }) => {
      const { mutateCommand } = await import('./commands/mutate.js');
      exit = await mutateCommand(rules, options, terminal);
    });
  command('compare <a> <b>', '两个版本说得不同之处 · what two editions say differently').action(
    async (a: string, b: string, options: WithLanguage) => {
      const { compareCommand } = await import('./commands/compare.js');
      exit = await compareCommand(a, b, options, terminal);
    },
  );
  command('explain <run> <student>', '说明一名学生为什么这样认定 · why a student was determined so').action(
    async (run: string, student: string, options: WithLanguage) => {
      const { explainCommand } = await import('./commands/explain.js');
      exit = await explainCommand(run, student, options, terminal);
    },
  );
  command(
    'verify <run>',
    '不用认定程序，另行核验一次运行 · check a run without the code that made it',
  ).action(async (run: string, options: WithLanguage) => {
    const { verifyCommand } = await import('./commands/verify.js');
    exit = await verifyCommand(run, options, terminal);
  });
  command(
    'slice <run>',
    '写出各区县或各学校的核查表 · write the workbook that each county or school verifies',
  )
    .addOption(
      new Option('--by <unit>', '按区县或按学校 · by county or by school')
        .choices(['county', 'school'])
        .makeOptionMandatory(),
    )
    .option('--out <folder>', '写到哪里 · where to write them')
    .option('--replace', '替换该处以前的核查表 · replace earlier ones there')
    .action(
      async (
        run: string,
        options: WithLanguage & { by: 'county' | 'school'; out?: string; replace?: boolean },
      ) => {
        const { sliceCommand } = await import('./commands/slice.js');
        exit = await sliceCommand(run, options, terminal);
      },
    );
  command(
    'diff <a> <b>',
    '两次运行之间谁变了，因为哪一行、哪一项 · who changed between two runs, by which row or fact',
  ).action(async (a: string, b: string, options: WithLanguage) => {
    const { diffCommand } = await import('./commands/diff.js');
    exit = await diffCommand(a, b, options, terminal);
  });

  try {
    if (args.length === 1 && ['-V', '--version'].includes(args[0] ?? '')) {
      terminal.out(`${(await import('../batch/index.js')).VERSION}\n`);
      return CLEAN;
    }
    await program.parseAsync(args, { from: 'user' });
    return exit;
  } catch (cause) {
    if (cause instanceof CommanderError) {
      return cause.code === 'commander.helpDisplayed' ? CLEAN : USAGE;
    }
    return report(cause, args.includes('--debug'), terminal);
  }
}

/** File system codes that say something about the machine, never about bulou. */
const OF_THE_MACHINE = /^E(?:ACCES|PERM|NOSPC|ROFS|MFILE|NFILE|IO|DQUOT|BUSY)$/;

/** What went wrong without a name of its own. Its message is not shown: it could hold a person's data. */
function report(cause: unknown, debug: boolean, terminal: Terminal): Exit {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  if (OF_THE_MACHINE.test(code)) {
    terminal.err(`run.environment: ${code}：文件系统拒绝了读写 · the file system refused\n`);
    return ENVIRONMENT;
  }
  const name = cause instanceof Error ? cause.name : typeof cause;
  terminal.err(
    `bulou.defect: ${name}：这是 bulou 的缺陷，请报告；加 --debug 可看调用栈（其中可能有个人信息） · ` +
      'a defect in bulou, please report it; --debug shows the stack, which may hold personal data\n',
  );
  if (debug && cause instanceof Error) terminal.err(`${cause.stack ?? ''}\n`);
  return DEFECT;
}
