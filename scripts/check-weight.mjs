/**
 * What bulou weighs in a browser, and that it runs there. Prevents three mistakes: a reader that comes along with
 * everybody who only determines; a Node global that crept into the core; code made from text, which a strict
 * content security policy forbids. Needs dist/ (npm run build).
 */
import assert from 'node:assert/strict';
import { createContext, runInContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { bundle, FULL, LIGHT, PROBE, READING } from './bundle.mjs';
import { probe } from './probe.mjs';

const MOST_LIGHT = 60_000;
/** With the reader of rule files, YAML and schema included. */
const MOST_READING = 130_000;
/** With the words of two languages and the tables of names, which who only decides does not take along. */
const MOST_FULL = 260_000;
/** Packages that determining from an expanded rule set must not need. */
const READERS = ['zod', 'yaml'];
/** All that a bundle may ask of its host beyond the language: browsers, Node and workers have it. */
const OF_THE_HOST = { TextEncoder };

/** The files of a package in a bundle, with the bytes each adds. */
function filesOf(metafile, name) {
  const [output] = Object.values(metafile.outputs);
  return Object.entries(output.inputs).filter(
    ([file, { bytesInOutput }]) => bytesInOutput > 0 && file.includes(`node_modules/${name}/`),
  );
}

/** How a file came into a bundle: the shortest chain of imports that leads to it. */
function chainTo(metafile, wanted) {
  const from = new Map([
    ['entry.mjs', null],
    ['<stdin>', null],
  ]);
  const queue = [...from.keys()];
  for (const file of queue) {
    if (file === wanted) {
      const chain = [];
      for (let at = file; at !== null; at = from.get(at)) chain.unshift(at);
      return chain;
    }
    for (const { path } of metafile.inputs[file]?.imports ?? [])
      if (!from.has(path)) {
        from.set(path, file);
        queue.push(path);
      }
  }
  return [wanted];
}

function weigh(title, { code, metafile }, most) {
  const bytes = brotliCompressSync(code).length;
  console.log(
    `${title}: ${(bytes / 1000).toFixed(1)} kB brotli, ${(code.length / 1000).toFixed(1)} kB minified; limit ${most / 1000} kB`,
  );
  const [output] = Object.values(metafile.outputs);
  const parts = new Map();
  for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? 'bulou';
    parts.set(name, (parts.get(name) ?? 0) + bytesInOutput);
  }
  const sizes = [...parts].sort((a, b) => b[1] - a[1]).map(([name, n]) => `${name} ${(n / 1000).toFixed(1)}`);
  console.log(`  minified kB: ${sizes.join(', ')}`);
  assert.ok(bytes < most, `${title} weighs ${bytes} bytes, more than ${most}`);
}

/** A world with the language and nothing else, in which code cannot be made from text. */
function bareWorld(host) {
  const world = createContext({ ...host }, { codeGeneration: { strings: false, wasm: false } });
  // V8 brings these along; a host need not.
  runInContext('delete globalThis.console; delete globalThis.WebAssembly;', world);
  for (const made of ["new Function('')", "(0, eval)('1')"])
    assert.throws(
      () => runInContext(made, world),
      { name: 'EvalError' },
      'the bare world must refuse code from text',
    );
  assert.equal(runInContext('typeof process + typeof console + typeof URL', world), 'undefined'.repeat(3));
  return world;
}

/** What the bundle decides there. The source is one minified line, so that the place of an error says nothing. */
function run(code, host) {
  try {
    return runInContext(`${code}\nbundled.result`, bareWorld(host), { displayErrors: false });
  } catch (error) {
    throw new Error(`the bundle does not run without a host: ${error.name}: ${error.message}`);
  }
}

const light = await bundle(LIGHT);
for (const name of READERS) {
  const [found] = filesOf(light.metafile, name);
  if (found !== undefined)
    assert.fail(`determining needs no ${name}, but:\n  ${chainTo(light.metafile, found[0]).join('\n  -> ')}`);
}
weigh('determine from an expanded rule set', light, MOST_LIGHT);
weigh('read rule files and determine', await bundle(READING), MOST_READING);
weigh('everything in bulou', await bundle(FULL), MOST_FULL);

const inNode = probe(await import('../dist/index.js'));
const { code } = await bundle(PROBE, 'iife');
assert.equal(run(code, OF_THE_HOST), inNode, 'the bundle and Node must decide the same bytes');

const expanded = await bundle(
  `${LIGHT.replace('export', 'import')} import { probeExpanded } from './scripts/probe.mjs';
   export const result = probeExpanded({ loadExpanded, compile, determine }, ${JSON.stringify(inNode)});`,
  'iife',
);
assert.equal(run(expanded.code, OF_THE_HOST), inNode, 'the expanded rule set must decide the same bytes');

const needed = Object.keys(OF_THE_HOST).filter((name) => {
  const { [name]: _left, ...rest } = OF_THE_HOST;
  try {
    return run(code, rest) !== inNode;
  } catch {
    return true;
  }
});
assert.deepEqual(needed, Object.keys(OF_THE_HOST), 'OF_THE_HOST lists more than is needed');
console.log(
  `runs without a host and without code from text; beyond the language it needs: ${needed.join(', ') || 'nothing'}`,
);
