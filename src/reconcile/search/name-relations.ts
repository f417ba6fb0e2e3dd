import { type NameForms, nameForms } from '../../roster/index.js';
import { type NameRelation, nameRelation, relationOfSigns } from '../compare/name-relation.js';
import type { NameTable } from './name-table.js';
import { NumberList } from './number-list.js';

/** Places of an asked name are bits of a number. */
const MOST_SIGNS = 30;

/** Names of more signs are compared as a whole. */
const SHORT = 3;

/** The place of a name of which the columns do not say all: it has wildcards, or letters that stand in for characters. */
const ODD = 0xffff_ffff;

/**
 * How names stand to the distinct names of a roster: what {@link nameRelation} says, asked of a million names. The signs
 * of the roster's names stand in columns; of the name that is asked about it is marked once which signs, which confused
 * signs and which readings it has, and where. Most names share none, and are done with after looking at their signs.
 */
export class NameRelations {
  private readonly table: NameTable;
  /** By sign: the sign that stands for all that are confused with it. */
  private readonly confusedAs: number[] = [];
  /** By place of a sign: the number of its set of readings. */
  private readonly setAt = new NumberList();
  private readonly setOf = new Map<string, number>();
  private readonly setsWith = new Map<string, number[]>();
  /** By set of readings: the signs that are read so somewhere. */
  private readonly signsRead: Set<number>[] = [];

  /** What is asked about; marks are bits of its places, by sign and by set of readings. */
  private asked: NameForms | null = null;
  private simple = false;
  private ids: number[] = [];
  private readonly theirs: number[] = [];
  private same = new Uint32Array(0);
  private confused = new Uint32Array(0);
  private sounds = new Uint32Array(0);
  /** By number of a sign and 1: 1 where it is one of the asked name, confused with one or read like one, wherever in it. */
  private near = new Uint8Array(0);
  private markedNear: number[] = [];
  private markedSigns: number[] = [];
  private markedSets: number[] = [];
  private readonly signsByConfused = new Map<number, number[]>();

  constructor(table: NameTable) {
    this.table = table;
  }

  /** Takes in a name that has just been added to the table. */
  add(forms: NameForms): void {
    const { codePoints, readings, wildcards } = forms;
    const n3 = [...forms.n3];
    codePoints.forEach((sign, i) => {
      const number = this.table.addSign(sign.codePointAt(0)!);
      if (this.confusedAs[number] === undefined) this.confuse(number, n3[i] ?? sign);
    });
    const odd =
      wildcards.length > 0 || readings.length !== codePoints.length || codePoints.length > MOST_SIGNS;
    codePoints.forEach((_, i) => {
      const set = odd ? ODD : this.setNumber(readings[i]!);
      this.setAt.push(set);
      if (!odd) this.signsRead[set]!.add(this.table.signNumber(codePoints[i]!.codePointAt(0)!));
    });
  }

  /** How the name stands to a name of the table. */
  of(asked: NameForms, name: number): NameRelation {
    if (!asked.readable) return 'unknown';
    if (asked !== this.asked) this.ask(asked);
    const { table } = this;
    const from = table.startOf(name);
    const to = table.endOf(name);
    if (this.setAt.at(from) === ODD) return nameRelation(asked, nameForms(table.textOf(name)));
    let shared = 0;
    for (let at = from; at < to; at += 1) {
      const sign = table.signAt(at);
      shared |= this.same[sign]! | this.confused[sign]! | this.sounds[this.setAt.at(at)]!;
    }
    if (shared === 0) return 'none';
    return this.simple ? this.ofSimple(from, to) : nameRelation(asked, nameForms(table.textOf(name)));
  }

  /**
   * The signs of a name, three at most, each by its number and 1, 0 where there is none; `null` of a name that is longer or
   * of which the columns do not say all.
   */
  shortSigns(name: number): readonly [number, number, number] | null {
    const from = this.table.startOf(name);
    const length = this.table.endOf(name) - from;
    if (length > SHORT || this.setAt.at(from) === ODD) return null;
    const sign = (i: number): number => (i < length ? this.table.signAt(from + i) + 1 : 0);
    return [sign(0), sign(1), sign(2)];
  }

  /**
   * By number of a sign and 1: 1 where the sign is near one of a name, until the next name is asked about. A name of which
   * fewer than `least` of {@link shortSigns} are near, or none of one or two, has nothing in common with it: two of three
   * signs agree in all relations but that of a name of which a character is not known.
   */
  nearSigns(asked: NameForms): { readonly near: Uint8Array; readonly least: number } {
    if (asked !== this.asked) this.ask(asked);
    return { near: this.near, least: asked.wildcards.length === 0 ? 2 : 1 };
  }

  private ofSimple(from: number, to: number): NameRelation {
    const { theirs } = this;
    theirs.length = 0;
    for (let at = from; at < to; at += 1) theirs.push(this.table.signAt(at));
    if (theirs.length === this.ids.length) {
      let [same, confused, sounds] = [true, true, true];
      for (let i = 0; i < theirs.length; i += 1) {
        const bit = 1 << i;
        const sign = theirs[i]!;
        same &&= (this.same[sign]! & bit) !== 0;
        confused &&= (this.confused[sign]! & bit) !== 0;
        sounds &&= (this.sounds[this.setAt.at(from + i)]! & bit) !== 0;
      }
      if (same) return 'same';
      if (confused) return 'confusable';
      if (sounds) return 'sound';
    }
    return relationOfSigns(this.ids, theirs);
  }

  private ask(asked: NameForms): void {
    for (const sign of this.markedSigns) {
      this.same[sign] = 0;
      this.confused[sign] = 0;
    }
    for (const set of this.markedSets) this.sounds[set] = 0;
    for (const sign of this.markedNear) this.near[sign + 1] = 0;
    this.markedNear = [];
    this.markedSigns = [];
    this.markedSets = [];
    if (this.same.length < this.table.signCount) {
      this.same = new Uint32Array(this.table.signCount);
      this.confused = new Uint32Array(this.table.signCount);
      this.near = new Uint8Array(this.table.signCount + 1);
    }
    if (this.sounds.length < this.setOf.size) this.sounds = new Uint32Array(this.setOf.size);

    const { codePoints, readings, wildcards } = asked;
    const n3 = [...asked.n3];
    this.asked = asked;
    this.simple =
      wildcards.length === 0 && readings.length === codePoints.length && codePoints.length <= MOST_SIGNS;
    this.ids = codePoints.map((sign, i) => {
      const number = this.table.signNumber(sign.codePointAt(0)!);
      const bit = 1 << (i % MOST_SIGNS);
      // -1 is no sign of the table.
      if (number >= 0) this.mark(this.same, number, bit);
      const confused = this.table.signNumber((n3[i] ?? sign).codePointAt(0)!);
      for (const one of this.signsByConfused.get(confused) ?? []) this.mark(this.confused, one, bit);
      return number;
    });
    readings.forEach((reads, i) => {
      // Letters that stand in for characters may be several syllables.
      for (const reading of reads)
        for (const syllable of reading.split(' '))
          for (const set of this.setsWith.get(syllable) ?? []) {
            this.markedSets.push(set);
            this.sounds[set]! |= 1 << (i % MOST_SIGNS);
          }
    });
    for (const sign of this.markedSigns) this.markNear(sign);
    for (const set of this.markedSets) for (const sign of this.signsRead[set]!) this.markNear(sign);
  }

  private markNear(sign: number): void {
    this.near[sign + 1] = 1;
    this.markedNear.push(sign);
  }

  private mark(marks: Uint32Array, sign: number, bit: number): void {
    this.markedSigns.push(sign);
    marks[sign]! |= bit;
  }

  private confuse(sign: number, as: string): void {
    const one = this.table.addSign(as.codePointAt(0)!);
    this.confusedAs[sign] = one;
    push(this.signsByConfused, one, sign);
  }

  private setNumber(readings: readonly string[]): number {
    const key = readings.join('/');
    let number = this.setOf.get(key);
    if (number === undefined) {
      number = this.setOf.size;
      this.setOf.set(key, number);
      this.signsRead.push(new Set());
      for (const reading of readings) push(this.setsWith, reading, number);
    }
    return number;
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
