import { canonicalJson, type Json } from '../../../value/index.js';
import { NAMED_BY_THE_FILE, WITHOUT_MEANING } from '../../meaningless.js';
import type { SourceNote, Words } from '../../words.js';
import { type Item, isList, isMembers, leaf, type Members, type Row } from './item.js';

/** A canonical document, or a part of it, as items. */
export function itemOf(json: Json, key = '', named = false): Item {
  if (!named && WITHOUT_MEANING.has(key)) return wordsItem(json, key);
  if (typeof json === 'string') return leaf(json);
  if (isList(json)) return listItem(json);
  if (isMembers(json)) return typeof json.kind === 'string' ? valueItem(json) : membersItem(json, key, named);
  return leaf(String(json));
}

function wordsItem(json: Json, key: string): Item {
  if (isMembers(json) && (key === 'titles' || key === 'sources')) {
    const members = Object.entries(json).map(([id, inner]) => [id, wordsItem(inner, 'title')] as const);
    return { json, members: new Map(members), words: true };
  }
  const texts = isMembers(json)
    ? Object.values(json).map((inner) => wordsItem(inner, key).text ?? '')
    : [String(json)];
  return { ...leaf(texts.join(' / '), true), json };
}

/** Entries with ids by these; everything else in a list is one text. */
function listItem(json: readonly Json[]): Item {
  const ids = json.map((one) => (isMembers(one) && typeof one.id === 'string' ? one.id : null));
  if (json.length > 0 && ids.every((id) => id !== null)) {
    const members = json.map((one, i) => [ids[i] as string, itemOf(one)] as const);
    return { json, members: new Map(members), order: ids as string[] };
  }
  const texts = json.map((one) => (typeof one === 'string' ? one : canonicalJson(one)));
  return { ...leaf(`[${texts.join(', ')}]`), json };
}

function membersItem(json: Members, key: string, named: boolean): Item {
  const members = new Map<string, Item>();
  const holds = !named && NAMED_BY_THE_FILE.has(key);
  const { value, layers, title, source } = json;
  const opened = holds
    ? null
    : isMembers(value)
      ? valueItem(value)
      : isList(layers)
        ? layersItem(layers, json)
        : null;
  for (const [name, inner] of Object.entries(json))
    if (opened === null || (inner !== value && inner !== layers))
      members.set(name, itemOf(inner, name, holds));
  if (holds) return { json, members };
  for (const [name, inner] of opened?.members ?? [])
    members.set(members.has(name) ? `value.${name}` : name, inner);
  return {
    json,
    members,
    ...textOf(opened),
    ...(opened?.form === undefined ? {} : { form: opened.form }),
    ...(opened?.row === undefined ? {} : { row: opened.row }),
    ...(title === undefined ? {} : { title: title as unknown as Words }),
    ...(source === undefined ? {} : { source: source as unknown as SourceNote }),
  };
}

const textOf = (item: Item | null) => (item?.text === undefined ? {} : { text: item.text });

/** What a construct shows otherwise than as a member of that name. */
const OF_A_VALUE = new Set(['kind', 'is', 'parts', 'layers', 'bands', 'cases']);

/** One construct. A formula is its text, a section its parts, dated logic its layers. */
function valueItem(json: Members): Item {
  const { kind, is, parts, layers } = json;
  const own = Object.entries(json).filter(([name]) => !OF_A_VALUE.has(name));
  const members = new Map(own.map(([name, inner]) => [name, itemOf(inner, name)] as const));
  if (isMembers(parts))
    for (const [id, part] of Object.entries(parts))
      members.set(members.has(id) ? `parts.${id}` : id, itemOf(part, id, true));
  if (isList(layers)) for (const [name, inner] of layersItem(layers, json).members) members.set(name, inner);
  const row = rowOf(json);
  return {
    json,
    members,
    form: { kind: String(kind), json, members: new Set(members.keys()) },
    ...(kind === 'formula' && typeof is === 'string' ? { text: is } : {}),
    ...(row === undefined ? {} : { row }),
  };
}

/** Bands by their cuts, cases by their conditions. */
function rowOf({ bands, cases }: Members): Row | undefined {
  const entries = (list: Json | undefined): readonly Members[] =>
    isList(list) ? list.filter(isMembers) : [];
  if (isList(bands))
    return {
      of: 'cuts',
      entries: entries(bands).map((band) => ({
        at: `${band.edge ?? 'up_to'}.${band.cut ?? band.span ?? band.up_to}`,
        is: String(band.is ?? band.rate),
      })),
    };
  if (!isList(cases)) return undefined;
  return {
    of: 'conditions',
    entries: entries(cases).map(({ when, is }) => ({ at: String(when), is: String(is) })),
  };
}

/** What holds from a date on stands under that date; what holds always stands where the dates would. */
function layersItem(layers: readonly Json[], holder: Members): Item {
  const members = new Map<string, Item>();
  let always: Item | null = null;
  for (const layer of layers) {
    if (!isMembers(layer)) continue;
    const item = layerItem(layer, holder);
    if (typeof layer.from === 'string') members.set(`dated.${layer.from}`, item);
    else always = item;
  }
  for (const [name, inner] of always?.members ?? [])
    members.set(isList(holder.columns) ? `rows.${name}` : name, inner);
  return {
    json: layers,
    members,
    ...textOf(always),
    ...(always?.row === undefined ? {} : { row: always.row }),
  };
}

function layerItem({ value, rows }: Members, holder: Members): Item {
  if (isMembers(value)) return itemOf(value);
  if (!isList(rows)) return leaf(String(value));
  const columns = isList(holder.columns) ? holder.columns.filter(isMembers) : [];
  const items = rows.filter(isMembers).map((row): readonly [string, Item] => {
    const { keys, values, slices } = row;
    const key = isList(keys) ? keys.join('.') : '';
    if (isMembers(slices)) return [key, slicesItem(slices)];
    const cells = isList(values) ? values.map(String) : [];
    if (cells.length === 1) return [key, leaf(cells[0] as string)];
    const named = cells.map((cell, i) => [String(columns[i]?.name ?? i), leaf(cell)] as const);
    return [key, { json: values ?? null, members: new Map(named) }];
  });
  const [only] = items;
  if (items.length === 1 && only?.[0] === '') return only[1];
  return { json: rows, members: new Map(items) };
}

function slicesItem(slices: Members): Item {
  const members = new Map<string, Item>();
  for (const [name, inner] of Object.entries(slices))
    if (name !== 'bands' && name !== 'printed') members.set(name, itemOf(inner, name));
  for (const one of isList(slices.printed) ? slices.printed : [])
    if (isMembers(one)) members.set(`printed.${one.at}`, leaf(String(one.is)));
  const row = rowOf(slices);
  return { json: slices, members, ...(row === undefined ? {} : { row }) };
}
