import type { MissingCode } from "@alongside/interchange/formats/release-rows/write-release-rows";

/** Somebody who has lines, with what is the same in all of them. */
export interface LinesPerson {
  readonly participantId: string;
  readonly cohort: string;
  readonly siteId: string;
  readonly standing: string;
}

/** One line of a table of scores, under the person's id. */
export interface ScoreLine extends LinesPerson {
  readonly timepoint: string;
  readonly measure: string;
  readonly version: string;
  /** Days after the person's own baseline. */
  readonly day: number | null;
  /** ISO day. */
  readonly date: string | null;
  /** Null exactly where `missing` says why. */
  readonly score: number | null;
  readonly missing: MissingCode | "";
}

const MISSING: readonly (MissingCode | "")[] = ["", "not-measured", "incomplete", "not-applicable", "missing"];
/** Stands for a day or date that there is not. */
const NONE = -2_147_483_648;
const DAY_MS = 86_400_000;

/** Words that come again and again, by number. */
class Words {
  readonly #numbers = new Map<string, number>();
  readonly list: string[] = [];
  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.list.length);
    return this.list.push(word) - 1;
  }
}

/**
 * Lines of a table of scores in 27 bytes each, so that a million of them take less room than the text they become. They are added in
 * any order and read person by person, in the order of ids; the lines of a person in the order they were added.
 */
export class ScoreLines {
  readonly #people: LinesPerson[] = [];
  readonly #rankOf = new Map<string, number>();
  readonly #words = { timepoint: new Words(), measure: new Words(), version: new Words() };
  readonly #days = new Map<number, string>();
  #room = 1024;
  #size = 0;
  #person = new Int32Array(this.#room);
  #timepoint = new Uint16Array(this.#room);
  #measure = new Uint16Array(this.#room);
  #version = new Uint16Array(this.#room);
  #missing = new Uint8Array(this.#room);
  #score = new Float64Array(this.#room);
  #day = new Int32Array(this.#room);
  #date = new Int32Array(this.#room);

  /** Of how many lines. */
  get size(): number {
    return this.#size;
  }

  add(line: ScoreLine): void {
    if (this.#size === this.#room) this.#grow();
    const at = this.#size;
    this.#person[at] = this.#placeOf(line);
    this.#timepoint[at] = this.#words.timepoint.numberOf(line.timepoint);
    this.#measure[at] = this.#words.measure.numberOf(line.measure);
    this.#version[at] = this.#words.version.numberOf(line.version);
    this.#missing[at] = MISSING.indexOf(line.missing);
    this.#score[at] = line.score ?? Number.NaN;
    this.#day[at] = line.day ?? NONE;
    this.#date[at] = line.date === null ? NONE : Date.parse(line.date) / DAY_MS;
    this.#size += 1;
  }

  /** Everybody with a line, in the order of ids, each with their lines. */
  byPerson(): readonly PersonLines[] {
    // The lines of each person together, in the order they were added.
    const starts = new Uint32Array(this.#people.length + 1);
    for (let at = 0; at < this.#size; at += 1)
      starts[(this.#person[at] ?? 0) + 1] = (starts[(this.#person[at] ?? 0) + 1] ?? 0) + 1;
    for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
    const order = new Uint32Array(this.#size);
    const next = starts.slice();
    for (let at = 0; at < this.#size; at += 1) {
      const person = this.#person[at] ?? 0;
      order[next[person] ?? 0] = at;
      next[person] = (next[person] ?? 0) + 1;
    }
    return this.#people
      .map((person, place) => ({
        person,
        lines: (): Iterable<ScoreLine> => this.#read(person, order, starts[place] ?? 0, starts[place + 1] ?? 0),
      }))
      .toSorted((a, b) => (a.person.participantId < b.person.participantId ? -1 : 1));
  }

  *#read(person: LinesPerson, order: Uint32Array, from: number, until: number): Iterable<ScoreLine> {
    for (let place = from; place < until; place += 1) {
      const at = order[place] ?? 0;
      const [score, day, date] = [this.#score[at] ?? Number.NaN, this.#day[at] ?? NONE, this.#date[at] ?? NONE];
      yield {
        participantId: person.participantId,
        cohort: person.cohort,
        siteId: person.siteId,
        standing: person.standing,
        timepoint: this.#words.timepoint.list[this.#timepoint[at] ?? 0] ?? "",
        measure: this.#words.measure.list[this.#measure[at] ?? 0] ?? "",
        version: this.#words.version.list[this.#version[at] ?? 0] ?? "",
        missing: MISSING[this.#missing[at] ?? 0] ?? "",
        score: Number.isNaN(score) ? null : score,
        day: day === NONE ? null : day,
        date: date === NONE ? null : this.#dayText(date),
      };
    }
  }

  /** Of every line without a score which form it is of, and why. */
  *reasons(): Iterable<string> {
    for (let at = 0; at < this.#size; at += 1) {
      const missing = MISSING[this.#missing[at] ?? 0] ?? "";
      if (missing === "") continue;
      const measure = this.#words.measure.list[this.#measure[at] ?? 0] ?? "";
      yield `${measure} ${this.#words.timepoint.list[this.#timepoint[at] ?? 0] ?? ""} ${missing}`;
    }
  }

  /** There are few days and many lines. */
  #dayText(date: number): string {
    const known = this.#days.get(date) ?? new Date(date * DAY_MS).toISOString().slice(0, 10);
    this.#days.set(date, known);
    return known;
  }

  #placeOf({ participantId, cohort, siteId, standing }: LinesPerson): number {
    const known = this.#rankOf.get(participantId);
    if (known !== undefined) return known;
    this.#rankOf.set(participantId, this.#people.length);
    return this.#people.push({ participantId, cohort, siteId, standing }) - 1;
  }

  #grow(): void {
    this.#room *= 2;
    const wider = <T extends { set: (from: T) => void }>(made: T, from: T): T => {
      made.set(from);
      return made;
    };
    this.#person = wider(new Int32Array(this.#room), this.#person);
    this.#timepoint = wider(new Uint16Array(this.#room), this.#timepoint);
    this.#measure = wider(new Uint16Array(this.#room), this.#measure);
    this.#version = wider(new Uint16Array(this.#room), this.#version);
    this.#missing = wider(new Uint8Array(this.#room), this.#missing);
    this.#score = wider(new Float64Array(this.#room), this.#score);
    this.#day = wider(new Int32Array(this.#room), this.#day);
    this.#date = wider(new Int32Array(this.#room), this.#date);
  }
}

/** One person's lines, made anew at each reading. */
export interface PersonLines {
  readonly person: LinesPerson;
  readonly lines: () => Iterable<ScoreLine>;
}
