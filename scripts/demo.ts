/**
 * The main job on the checked-in city. Its exit code is 1, complete with items for people, because the city has
 * them on purpose; as a demo that is success, and anything else is not.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const job = ['run', 'fixtures/city/job.yaml', '--out', 'out/demo', '--replace', ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...job], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status === 1 ? 0 : status === 0 ? 1 : (status ?? 70);
