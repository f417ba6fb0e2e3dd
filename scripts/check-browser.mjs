/**
 * The bundle in a real browser, under a policy that allows nothing but the page's own script files, must decide the
 * same bytes as Node. Uses Debian's chromium (or CHROMIUM=/path); without one it says so and passes, unless
 * `--require` is given. Needs dist/ (npm run build).
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundle, PROBE } from './bundle.mjs';
import { probe } from './probe.mjs';

const chromium = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
);
if (chromium === undefined) {
  console.log('no chromium here: install the package `chromium`, or set CHROMIUM');
  process.exit(process.argv.includes('--require') ? 1 : 0);
}

const CSP = "default-src 'none'; script-src 'self'";
const PAGE =
  '<!doctype html><meta charset="utf-8"><title>bulou</title><pre>not run</pre><script type="module" src="/page.js"></script>';
const START = `
  const show = (text) => { document.querySelector('pre').textContent = text; };
  let refused = 'allowed';
  try { new Function('')(); } catch (e) { refused = e.name; }
  try {
    const { result } = await import('/bundle.js');
    const bytes = new TextEncoder().encode(result);
    show(refused + ' ' + Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join(''));
  } catch (e) { show('failed: ' + e.stack); }
`;

const { code } = await bundle(PROBE);
const files = {
  '/': ['text/html', PAGE],
  '/page.js': ['text/javascript', START],
  '/bundle.js': ['text/javascript', code],
};
const server = createServer((request, response) => {
  const [type, text] = files[request.url ?? ''] ?? [];
  if (type === undefined) return response.writeHead(404).end();
  return response
    .writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': CSP })
    .end(text);
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const profile = mkdtempSync(join(tmpdir(), 'bulou-browser-'));

try {
  const { stdout } = await promisify(execFile)(
    chromium,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--user-data-dir=${profile}`,
      '--virtual-time-budget=20000',
      '--dump-dom',
      `http://127.0.0.1:${server.address().port}/`,
    ],
    { timeout: 120_000, maxBuffer: 1 << 26 },
  );
  const shown = /<pre>([^<]*)<\/pre>/.exec(stdout)?.[1] ?? stdout;
  assert.ok(!shown.startsWith('failed'), shown);
  const [refused, hex = ''] = shown.split(' ');
  assert.equal(refused, 'EvalError', `the policy must refuse code from text; the page says: ${shown}`);
  const inBrowser = Buffer.from(hex, 'hex').toString('utf8');
  assert.equal(
    inBrowser,
    probe(await import('../dist/index.js')),
    'the browser and Node must decide the same bytes',
  );
  console.log(`chromium decides the same ${inBrowser.length} characters as Node, with no code from text`);
} finally {
  server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
