import type { Answer } from "@alongside/domain/instruments/answers";
import { applicableItems } from "@alongside/domain/instruments/applicability";
import { type Instrument, measureKey } from "@alongside/domain/instruments/instrument";
import type { Item } from "@alongside/domain/instruments/item";
import type { Scale } from "@alongside/domain/instruments/scale";
import { ITEM_NOISE, ITEM_SHIFTS, MISSING_ITEMS } from "./outcome-model";
import type { RandomStream } from "./random-stream";

/** Where somebody stands on a measure on one day, in standard deviations, plus meaning better. */
export type Standing = (measure: string) => number;

/** Part of a scale's length that one standard deviation takes. */
const SPREAD = 0.22;

/** Answers to a questionnaire of choices by somebody who stands there. Items that are not asked have no key. */
export function answerSheet(
  stream: RandomStream,
  instrument: Instrument,
  standing: Standing,
): Readonly<Record<string, Answer>> {
  const answers: Record<string, Answer> = {};
  const scaleOf = new Map(
    instrument.scales.flatMap((scale) => scale.items.map((id): readonly [string, Scale] => [id, scale])),
  );
  const last = stream.chance(MISSING_ITEMS.endsEarly)
    ? stream.integer(Math.ceil(instrument.items.length / 2), instrument.items.length - 2)
    : instrument.items.length;
  for (const [index, item] of instrument.items.entries()) {
    const code = chooseOption(stream, instrument, item, scaleOf.get(item.id), standing);
    const left = leftOut(stream, item.id);
    answers[item.id] = index >= last ? "skipped" : (left ?? code);
  }
  const asked = applicableItems(instrument, answers);
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)));
}

function leftOut(stream: RandomStream, id: string): "skipped" | "declined" | null {
  const more = Object.entries(MISSING_ITEMS.declinedMore).find(([part]) => id.includes(part))?.[1] ?? 0;
  if (stream.chance(MISSING_ITEMS.declined + more)) return "declined";
  return stream.chance(MISSING_ITEMS.skipped) ? "skipped" : null;
}

function chooseOption(
  stream: RandomStream,
  instrument: Instrument,
  item: Item,
  scale: Scale | undefined,
  standing: Standing,
): number {
  if (item.response.kind !== "choice") throw new RangeError(`${item.id} is not answered by choice`);
  const codes = (instrument.responseSets[item.response.set]?.options ?? []).map(({ code }) => code);
  // The filter questions belong to no scale.
  if (scale === undefined) return stream.chance(MISSING_ITEMS.notOnTreatment) ? 0 : 1;
  const level =
    standing(measureKey(instrument.code, scale.code)) + (ITEM_SHIFTS[item.id] ?? 0) + ITEM_NOISE * stream.normal();
  if (item.key !== undefined)
    return level > 0 ? item.key : (codes.filter((code) => code !== item.key)[stream.integer(0, 1)] ?? 0);
  const highIsBetter = (scale.improvement !== "decrease") !== instrument.reverse.includes(item.id);
  const part = 0.5 + SPREAD * (highIsBetter ? level : -level);
  const index = Math.min(codes.length - 1, Math.max(0, Math.round(part * (codes.length - 1))));
  return codes[index] ?? 0;
}
