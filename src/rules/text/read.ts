import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
} from 'yaml';
import { error, failure, type Issue, isNonEmpty, type Result } from '../../value/index.js';
import { LIMITS } from '../limits.js';
import { LOOKS_LIKE_NUMBER, opensMore, plainBefore, wholeFormula, withoutValue } from './cuts.js';
import { type Path, type Position, pathKey, QUOTED_NUMBER, type TextTree } from './tree.js';

/**
 * Control and bidirectional characters, halves of characters, and the one that marks quoted numbers. Line ends and
 * tabs are seen to apart.
 */
const CONTROL = /[^\P{Cc}\n\r\t]|\p{Bidi_Control}|\p{Surrogate}|\uE000/u;

/** Which YAML error is which of ours; the rest is `rules.yaml`. */
function codeOf(yamlCode: string): string {
  if (yamlCode === 'TAB_AS_INDENT') return 'rules.tab';
  return 'rules.yaml';
}

/**
 * Reads one strict YAML 1.2 document. Refused: a byte-order mark, tabs, control and bidirectional characters,
 * text that is not NFC, aliases, anchors, tags, merge keys, duplicate keys, empty values, more than one document,
 * and nesting or size beyond the limits. Issues: `rules.yaml`, `rules.bom`, `rules.tab`, `rules.character`,
 * `rules.notNfc`, `rules.alias`, `rules.tag`, `rules.duplicateKey`, `rules.emptyValue`, `rules.quoteFormula`,
 * `rules.quoteText`, `rules.number`, `rules.id`, `rules.limit`.
 */
export function readText(text: string, file?: string): Result<TextTree> {
  const lines = new LineCounter();
  const issues: Issue[] = [];
  const place = (offset: number) => ({
    ...(file === undefined ? {} : { file }),
    ...positionOf(text, lines, offset),
  });
  const refuse = (code: string, offset: number, values: Issue['values'] = {}): void => {
    issues.push(error(code, values, place(offset)));
  };

  if (text.length > LIMITS.fileBytes) {
    return failure(
      error('rules.limit', { what: 'fileBytes', most: LIMITS.fileBytes }, file === undefined ? {} : { file }),
    );
  }
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lines.addNewLine(i + 1);
  lines.lineStarts.unshift(0);
  if (text.startsWith('\uFEFF')) refuse('rules.bom', 0);
  const bad = CONTROL.exec(text);
  if (bad !== null) refuse('rules.character', bad.index, { found: codePoint(bad[0]) });
  if (text.includes('\t')) refuse('rules.tab', text.indexOf('\t'));
  const composed = text.normalize('NFC');
  if (text !== composed) refuse('rules.notNfc', firstDifference(text, composed));
  if (isNonEmpty(issues)) return { ok: false, issues };

  const document = parseDocument(text, {
    version: '1.2',
    schema: 'failsafe',
    strict: true,
    // Looked for below: here each key would be held against every other.
    uniqueKeys: false,
    // `silent` would also hide that a second document follows.
    logLevel: 'error',
  });
  refuseProblems(text, document, refuse);
  refuseIndirection(text, document, refuse);
  if (isNonEmpty(issues)) return { ok: false, issues };
  if (document.contents === null) return failure(error('rules.emptyValue', {}, place(0)));

  const tree = new Tree(text, lines, refuse);
  const root = tree.plain(document.contents, [], 0);
  return isNonEmpty(issues) ? { ok: false, issues } : { ok: true, value: tree.with(root), issues: [] };
}

type Refuse = (code: string, offset: number, values?: Issue['values']) => void;

/** 1-based, the column in Unicode code points. */
function positionOf(text: string, lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line, column: [...text.slice(offset - col + 1, offset)].length + 1 };
}

const codePoint = (char: string): string =>
  `U+${char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return at;
}

/** What the parser found. Behind the first break of the grammar it guesses, so that only the first one is said. */
function refuseProblems(text: string, document: Document, refuse: Refuse): void {
  let broken = false;
  for (const { code, pos } of document.errors) {
    const [at] = pos;
    const ours = codeOf(code);
    if (ours !== 'rules.yaml') refuse(ours, at);
    else if (!broken) {
      broken = true;
      const read = code === 'UNEXPECTED_TOKEN' && text[at] === '[' ? plainBefore(text, at) : '';
      if (read === '') refuse(ours, at, { what: code });
      else {
        const from = text.lastIndexOf(read, at);
        refuse('rules.quoteFormula', from, { found: read, formula: wholeFormula(text, from) });
      }
    }
  }
}

function refuseIndirection(text: string, document: Document, refuse: Refuse): void {
  visit(document, {
    Node(_, node) {
      const at = (node as Node).range?.[0] ?? 0;
      // An anchor or tag stands before what it is on.
      const before = (sign: string): number => {
        let found = text.lastIndexOf(sign, at);
        while (found > 0 && text[found - 1] === sign) found -= 1;
        return found < 0 ? at : found;
      };
      if (isAlias(node)) refuse('rules.alias', at);
      else if ((node as { anchor?: string }).anchor !== undefined) refuse('rules.alias', before('&'));
      else if ((node as Node).tag !== undefined) refuse('rules.tag', before('!'));
    },
    Pair(_, pair) {
      if (isScalar(pair.key) && pair.key.source === '<<')
        refuse('rules.alias', (pair.key as Scalar).range?.[0] ?? 0);
    },
  });
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly kind: 'plain' | 'quoted' | 'block' | 'collection';
}

class Tree implements TextTree {
  root: unknown = null;
  private readonly values = new Map<string, Span>();
  private readonly keys = new Map<string, number>();
  private readonly text: string;
  private readonly lines: LineCounter;
  private readonly refuse: Refuse;
  private cuts = 0;

  constructor(text: string, lines: LineCounter, refuse: Tree['refuse']) {
    this.text = text;
    this.lines = lines;
    this.refuse = refuse;
  }

  with(root: unknown): TextTree {
    this.root = root;
    return this;
  }

  plain(node: unknown, path: Path, depth: number, inFlow = false): unknown {
    const [from = 0, to = from] = (node as Node | null)?.range ?? [];
    if (depth > LIMITS.yamlDepth) {
      this.refuse('rules.limit', from, { what: 'yamlDepth', most: LIMITS.yamlDepth });
      return null;
    }
    if (isMap(node)) {
      this.values.set(pathKey(path), { from, to, kind: 'collection' });
      const flow = node.flow === true;
      const cutsBefore = this.cuts;
      const seen = new Map<string, number>();
      const entries = (node.items as Pair[]).map((pair, i): [string, unknown] => {
        const key = isScalar(pair.key) ? String(pair.key.source ?? pair.key.value ?? '') : '';
        const at = (pair.key as Node | null)?.range?.[0] ?? from;
        const before = seen.get(key);
        if (before === undefined) seen.set(key, at);
        else if (pair.value !== null || this.cuts === cutsBefore)
          this.refuse('rules.duplicateKey', at, { key, line: this.position(before).line });
        this.keys.set(pathKey([...path, key]), at);
        if (key === '') this.refuse('rules.emptyValue', at);
        this.plainCharacters(key, at);
        // Languages that this file may be handed to treat such a key as a command to the object itself.
        if (key === '__proto__') this.refuse('rules.id', at, { found: key });
        if (pair.value === null) {
          // The rest of a formula that was cut looks like keys without values; it has been reported.
          if (this.cuts === cutsBefore) {
            const { code, at: place, values } = withoutValue(this.text, node.items as Pair[], i, flow);
            if (code !== 'rules.emptyValue') this.cuts += 1;
            this.refuse(code, place, values);
          }
          return [key, ''];
        }
        return [key, this.plain(pair.value, [...path, key], depth + 1, flow)];
      });
      return Object.fromEntries(entries);
    }
    if (isSeq(node)) {
      this.values.set(pathKey(path), { from, to, kind: 'collection' });
      return node.items.map((item, i) => this.plain(item, [...path, i], depth + 1, node.flow === true));
    }
    return this.scalar(node as Scalar, path, from, to, inFlow);
  }

  private scalar(node: Scalar, path: Path, from: number, to: number, inFlow: boolean): string {
    const kind =
      node.type === 'PLAIN'
        ? 'plain'
        : node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL'
          ? 'block'
          : 'quoted';
    this.values.set(pathKey(path), { from, to, kind });
    const value = typeof node.value === 'string' ? node.value : '';
    if (value.trim() === '' || (kind === 'plain' && (value === '~' || value === 'null'))) {
      const key = path[path.length - 1];
      const at = this.keys.get(pathKey(path)) ?? from;
      this.refuse('rules.emptyValue', at, typeof key === 'string' ? { found: key } : {});
      return '';
    }
    if (kind === 'quoted') this.plainCharacters(value, from);
    // Inside { } and [ ] YAML ends a plain scalar at a comma or bracket and so cuts a formula in two.
    if (kind === 'plain' && inFlow && opensMore(value)) {
      this.cuts += 1;
      this.refuse('rules.quoteFormula', from, { found: value, formula: wholeFormula(this.text, from) });
    }
    return kind === 'quoted' && LOOKS_LIKE_NUMBER.test(value) ? QUOTED_NUMBER + value : value;
  }

  /** What may not stand in the file may not be brought in by an escape either. */
  private plainCharacters(value: string, at: number): void {
    const hidden = CONTROL.exec(value);
    if (hidden !== null) this.refuse('rules.character', at, { found: codePoint(hidden[0]) });
    else if (value !== value.normalize('NFC')) this.refuse('rules.notNfc', at);
  }

  private position(offset: number): Position {
    return positionOf(this.text, this.lines, offset);
  }

  private nearestSpan(path: Path): Span {
    for (let length = path.length; length >= 0; length -= 1) {
      const span = this.values.get(pathKey(path.slice(0, length)));
      if (span !== undefined) return span;
    }
    return { from: 0, to: 0, kind: 'collection' };
  }

  value(path: Path): Position {
    return this.position(this.nearestSpan(path).from);
  }

  key(path: Path): Position {
    const at = this.keys.get(pathKey(path));
    return at === undefined ? this.value(path) : this.position(at);
  }

  end(path: Path): Position {
    const { from, to } = this.nearestSpan(path);
    // A block ends behind its last line; what it says ends before.
    return this.position(from + this.text.slice(from, to).trimEnd().length);
  }

  inside(path: Path, at: number): Position {
    const span = this.nearestSpan(path);
    if (span.kind === 'collection') return this.position(span.from);
    // Folding changes only white space, so the k-th character that is none is the same on both sides.
    const root = path.reduce<unknown>(
      (value, step) => (value as Record<string, unknown>)[step as string],
      this.root,
    );
    const before = String(root).slice(0, at).replace(/\s/g, '').length;
    let offset =
      span.kind === 'block'
        ? this.text.indexOf('\n', span.from)
        : span.from + (span.kind === 'quoted' ? 1 : 0);
    for (let seen = 0; offset < span.to; offset += 1) {
      if (/\s/.test(this.text[offset] as string)) continue;
      if (seen === before) break;
      seen += 1;
    }
    return this.position(offset);
  }
}
