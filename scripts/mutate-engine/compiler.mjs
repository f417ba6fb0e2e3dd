/** Whether the compiler notices a mutant: it is part of the checks of every change, as the tests are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What is only unused is no mistake by itself. */
const UNUSED = new Set([6133, 6192, 6196, 6198, 6199, 7027, 7028]);

export class Compiler {
  #texts = new Map();
  #service;
  #root;

  constructor(root) {
    this.#root = root;
    const read = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, root);
    const names = ts.sys.readDirectory(join(root, 'src'), ['.ts']);
    const textOf = (name) => this.#texts.get(name)?.text ?? ts.sys.readFile(name);
    this.#service = ts.createLanguageService({
      getCompilationSettings: () => options,
      getScriptFileNames: () => names,
      getScriptVersion: (name) => String(this.#texts.get(name)?.version ?? 0),
      getScriptSnapshot: (name) => {
        const text = textOf(name);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => root,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: ts.sys.fileExists,
      readFile: ts.sys.readFile,
      readDirectory: ts.sys.readDirectory,
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
    });
  }

  /** Whether the file of the mutant does not compile with it. */
  refuses({ file, from, to, replacement }) {
    const name = join(this.#root, file);
    const sound = readFileSync(name, 'utf8');
    const set = (text) => this.#texts.set(name, { text, version: (this.#texts.get(name)?.version ?? 0) + 1 });
    set(sound.slice(0, from) + replacement + sound.slice(to));
    const found = [
      ...this.#service.getSyntacticDiagnostics(name),
      ...this.#service.getSemanticDiagnostics(name),
    ].filter(({ code }) => !UNUSED.has(code));
    set(sound);
    return found.length > 0;
  }
}
