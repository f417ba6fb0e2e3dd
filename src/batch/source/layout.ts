import type { JobDocument, JobPath, PlacedSource } from '../job/index.js';

/** How one file of a source is to be read, every default written out. */
export interface Layout {
  /** As the job names it, and so as every issue and record does. */
  readonly file: string;
  readonly path: JobPath;
  readonly encoding?: 'utf-8' | 'gb18030' | 'utf-16le';
  readonly delimiter?: ',' | ';' | '\t';
  readonly sheets?: readonly string[];
  readonly otherSheets: readonly string[];
  readonly header: readonly number[];
  readonly fromRow: number;
  readonly skipIs: readonly string[];
  readonly skipStartsWith: readonly string[];
  readonly unknown: readonly string[];
  readonly fillDown: readonly string[];
  /** With a list. */
  readonly listDate?: string;
  readonly covers?: readonly string[];
}

type Said = NonNullable<PlacedSource['source']['files']>[number] & PlacedSource['source'];

/** The layouts of a source, one for each of its files: what the file says, else the source, else the job's defaults. */
export function layoutsOf(
  { source, path }: PlacedSource,
  defaults: JobDocument['defaults'],
): readonly Layout[] {
  const files: readonly { readonly said: Partial<Said>; readonly path: JobPath }[] =
    source.files === undefined
      ? [{ said: {}, path: [...path, 'file'] }]
      : source.files.map((said, i) => ({ said: said as Partial<Said>, path: [...path, 'files', i] }));
  const whole = source as Partial<Said>;
  return files.map(({ said, path: where }): Layout => {
    const encoding = said.encoding ?? whole.encoding;
    const delimiter = said.delimiter ?? whole.delimiter;
    const sheets = said.sheet ?? whole.sheet;
    const header = said.header ?? whole.header ?? [1];
    const skip = said.skip ?? whole.skip ?? defaults?.skip;
    const listDate = 'list_date' in said ? said.list_date : listOf(whole)?.list_date;
    const covers = 'covers' in said ? said.covers : listOf(whole)?.covers;
    return {
      file: said.file ?? whole.file ?? '',
      path: where,
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter: delimiter === 'tab' ? '\t' : delimiter }),
      ...(sheets === undefined ? {} : { sheets }),
      otherSheets: said.other_sheets ?? whole.other_sheets ?? [],
      header,
      fromRow: said.from_row ?? whole.from_row ?? header.reduce((a, b) => (b > a ? b : a)) + 1,
      skipIs: skip?.is ?? [],
      skipStartsWith: skip?.starts_with ?? [],
      unknown: said.unknown ?? whole.unknown ?? defaults?.unknown ?? [],
      fillDown: said.fill_down ?? whole.fill_down ?? [],
      ...(listDate === undefined ? {} : { listDate }),
      ...(covers === undefined ? {} : { covers }),
    };
  });
}

function listOf(
  source: object,
): { readonly list_date: string; readonly covers: readonly string[] } | undefined {
  return 'list_date' in source
    ? (source as { readonly list_date: string; readonly covers: readonly string[] })
    : undefined;
}

/** Every header name that a source mentions: they help to tell the encoding of a text file. */
export function headersOf(source: PlacedSource['source']): readonly string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'header' && typeof inner === 'string') found.push(inner);
      else walk(inner);
    }
  };
  walk(source);
  return found.filter((name) => !name.startsWith('@'));
}
