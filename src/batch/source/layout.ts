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
  /** A short row of a text lacks blank cells at its end, and nothing else. */
  readonly shortRowsBlank: boolean;
  /** Digest that the file must have. */
  readonly sha256?: string;
  /** With a list or a comparison: the day whose state it shows. */
  readonly listDate?: string;
  readonly covers?: readonly string[];
}

type Said = NonNullable<PlacedSource['source']['files']>[number] & PlacedSource['source'];

/** The layouts of a source, one for each of its files: what the file says, else the source, else the job's defaults. */
export function layoutsOf(
  { source, path, role }: PlacedSource,
  defaults: JobDocument['defaults'],
): readonly Layout[] {
  const files: readonly { readonly said: Partial<Said>; readonly path: JobPath }[] =
    source.files === undefined
      ? [{ said: {}, path: role === 'answers' ? path : [...path, 'file'] }]
      : source.files.map((said, i) => ({ said: said as Partial<Said>, path: [...path, 'files', i] }));
  const whole = source as Partial<Said>;
  return files.map(({ said, path: where }): Layout => {
    const encoding = said.encoding ?? whole.encoding;
    const delimiter = said.delimiter ?? whole.delimiter;
    const sheets = said.sheet ?? whole.sheet;
    const header = said.header ?? whole.header ?? [1];
    const skip = said.skip ?? whole.skip ?? defaults?.skip;
    const { list_date, result_date, covers: coversAll } = whole as Dated;
    const listDate = (said as Dated).list_date ?? list_date ?? result_date;
    const covers = (said as Dated).covers ?? coversAll;
    const sha256 = said.sha256 ?? whole.sha256;
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
      shortRowsBlank: (said.short_rows ?? whole.short_rows) !== undefined,
      ...(sha256 === undefined ? {} : { sha256 }),
      ...(listDate === undefined ? {} : { listDate }),
      ...(covers === undefined ? {} : { covers }),
    };
  });
}

/** What only a list or a comparison says. */
interface Dated {
  readonly list_date?: string | undefined;
  readonly result_date?: string | undefined;
  readonly covers?: readonly string[] | undefined;
}

/** Every header name and letter (`@C`) that a source mentions. */
export function headersOf(source: PlacedSource['source']): readonly string[] {
  const { exclude = [], fill_down = [] } = source as {
    readonly exclude?: readonly string[];
    readonly fill_down?: readonly string[];
  };
  const found: string[] = [...exclude, ...fill_down];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'header' && typeof inner === 'string') found.push(inner);
      else walk(inner);
    }
  };
  walk(source);
  return found;
}
