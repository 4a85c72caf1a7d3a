import { placesInTime } from "../outcome-lines/places-in-time.model";
import { verticalScale } from "../outcome-lines/scale.model";
import { timesInUse } from "../outcome-lines/times-in-use.model";

/** A value per wave; null where there is none: the line breaks there. */
export type WaveValues = readonly (number | null)[];

/** A line with a name, and the intervals of its values where they have any. */
export interface NamedLine {
  readonly name: string;
  readonly position: number;
  readonly values: WaveValues;
  readonly intervals?: readonly ({ readonly low: number; readonly high: number } | null)[];
}

export interface WaveLinesInput {
  /** Labels of the waves, in order, and the day each is planned for: they stand as far apart as they are. */
  readonly waves: readonly { readonly label: string; readonly day: number }[];
  /** Thin lines without names, one per person. */
  readonly people: readonly WaveValues[];
  /** Lines with a name; `position` decides colour, dash and marker. */
  readonly named: readonly NamedLine[];
  /** Lowest and highest possible score; the axis never reaches beyond. */
  readonly range: { readonly minimum: number; readonly maximum: number } | null;
  /** Scores that differ from the start by less than people notice. */
  readonly band: { readonly from: number; readonly to: number } | null;
  readonly locale: string;
}

/** A place in per cent of the width and of the height, from the top left. */
export interface WavePoint {
  readonly x: number;
  readonly y: number;
}

/** A line in the stretches that have values; a stretch of one value is a dot. */
export type WaveStretches = readonly (readonly WavePoint[])[];

export interface WaveLinesModel {
  readonly drawn: boolean;
  readonly people: readonly WaveStretches[];
  readonly named: readonly {
    readonly name: string;
    readonly position: number;
    readonly stretches: WaveStretches;
    readonly intervals: readonly { readonly x: number; readonly top: number; readonly bottom: number }[];
  }[];
  readonly band: { readonly top: number; readonly height: number } | null;
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
  readonly xTicks: readonly {
    readonly x: number;
    readonly text: string;
    /** Labels that are close stand in two rows. */
    readonly row: 0 | 1;
    readonly anchor: "start" | "middle" | "end";
  }[];
}

/** Share of the width that neighbours in one row of labels need. */
const ONE_ROW_FROM = 0.4;

/** Where the lines go. Nothing is smoothed and nothing is joined over a value that some have and this person misses. */
export function waveLines(input: WaveLinesInput): WaveLinesModel {
  const { waves, people, named, range, band, locale } = withTimesInUse(input);
  const all = [...people, ...named.map(({ values }) => values)];
  const ends = named.flatMap(({ intervals = [] }) => intervals.flatMap((one) => (one ? [one.low, one.high] : [])));
  const values = [...all.flatMap((line) => line.flatMap((value) => (value === null ? [] : [value]))), ...ends];
  const shownBand = band === null ? [] : [band.from, band.to].map((value) => inside(value, range));
  const scale = verticalScale({ values: [...values, ...shownBand], range, importantDifference: null });
  const down = (value: number) => (100 * (scale.high - value)) / (scale.high - scale.low || 1);
  const places = placesInTime(waves.map(({ day }) => day));
  const across = (wave: number) => 100 * (places[wave] ?? 0);
  const isTight = places.some((place, wave) => wave > 0 && place - (places[wave - 1] ?? 0) < ONE_ROW_FROM);
  const stretches = (line: WaveValues) =>
    stretchesOf(
      line.map((value) => (value === null ? null : down(value))),
      across,
    );
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: scale.decimals });
  const [bandLow, bandHigh] = shownBand;
  return {
    drawn: values.length > 0,
    people: people.map(stretches),
    named: named.map(({ name, position, values: line, intervals = [] }) => ({
      name,
      position,
      stretches: stretches(line),
      intervals: intervals.flatMap((one, wave) =>
        one ? [{ x: across(wave), top: down(inside(one.high, range)), bottom: down(inside(one.low, range)) }] : [],
      ),
    })),
    band:
      bandLow === undefined || bandHigh === undefined
        ? null
        : { top: down(bandHigh), height: down(bandLow) - down(bandHigh) },
    yTicks: scale.ticks.map((value) => ({ y: down(value), text: format.format(value) })),
    xTicks: waves.map(({ label }, wave) => ({
      x: across(wave),
      text: label,
      row: isTight && wave % 2 === 1 ? 1 : 0,
      anchor: waves.length < 2 ? "middle" : wave === 0 ? "start" : wave === waves.length - 1 ? "end" : "middle",
    })),
  };
}

function withTimesInUse(input: WaveLinesInput): WaveLinesInput {
  const lines = [...input.people, ...input.named.map(({ values }) => values)];
  const places = timesInUse(input.waves.map((_, wave) => lines.some((line) => (line[wave] ?? null) !== null)));
  const kept = <T>(all: readonly T[]): readonly T[] => all.filter((_, place) => places.includes(place));
  return {
    ...input,
    waves: kept(input.waves),
    people: input.people.map(kept),
    named: input.named.map((line) => ({
      ...line,
      values: kept(line.values),
      ...(line.intervals === undefined ? {} : { intervals: kept(line.intervals) }),
    })),
  };
}

function inside(value: number, range: WaveLinesInput["range"]): number {
  return range === null ? value : Math.min(range.maximum, Math.max(range.minimum, value));
}

function stretchesOf(heights: readonly (number | null)[], across: (wave: number) => number): WaveStretches {
  const runs: WavePoint[][] = [[]];
  heights.forEach((y, wave) => {
    if (y === null) runs.push([]);
    else runs.at(-1)?.push({ x: across(wave), y });
  });
  return runs.filter((run) => run.length > 0);
}
