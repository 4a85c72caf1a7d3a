import type { Answers } from "./answers";
import { applicableItems, conditionHolds } from "./applicability";
import { applyFormula, type ItemFormula } from "./formula";
import type { Instrument } from "./instrument";
import type { Item } from "./item";
import { itemValue } from "./item-value";
import { answersNeeded, missingRuleId, roundHalfUp } from "./missing-rule";
import type { Scale } from "./scale";
import type { ScoreOutcome } from "./score-outcome";

/** Version of the rules in this folder. It goes up whenever the same answers could score differently. */
export const SCORING_ENGINE = "1.0.1";

interface Sheet {
  readonly instrument: Instrument;
  /** Only those to items that apply: what was left behind on an item that is not asked counts nowhere. */
  readonly answers: Answers;
  readonly items: ReadonlyMap<string, Item>;
  readonly applicable: ReadonlySet<string>;
}

function read(sheet: Sheet, ids: readonly string[]) {
  const answered: { item: Item; value: number }[] = [];
  const missing: string[] = [];
  for (const id of ids) {
    const item = sheet.items.get(id);
    if (item === undefined || !sheet.applicable.has(id)) continue;
    const value = itemValue(sheet.instrument, item, sheet.answers[id]);
    if (value === null) missing.push(id);
    else answered.push({ item, value });
  }
  return { answered, missing, total: answered.length + missing.length };
}

/** The whole-sheet rule, where an instrument has one: null when met, else how many answers it needs and had. */
function sheetShortfall(sheet: Sheet): { needed: number; had: number } | null {
  const { sheetMinimumAnswered, items } = sheet.instrument;
  if (sheetMinimumAnswered === undefined) return null;
  const ids = items.map(({ id }) => id);
  const { answered, total } = read(sheet, ids);
  const needed = answersNeeded(sheetMinimumAnswered, items.length, total);
  return answered.length >= needed ? null : { needed, had: answered.length };
}

function scoreItems(sheet: Sheet, scale: Scale, formula: ItemFormula): ScoreOutcome {
  const { answered, missing, total } = read(sheet, scale.items);
  const provenance = {
    edition: sheet.instrument.edition,
    engine: SCORING_ENGINE,
    rule: missingRuleId(sheet.instrument, scale),
    itemsTotal: total,
    itemsUsed: answered.length,
    missing,
  };
  if (total === 0) return { outcome: "not-applicable", why: "no-item-applies", ...provenance };
  const short = sheetShortfall(sheet);
  if (short !== null) return { outcome: "incomplete", ...short, ...provenance };
  const needed = answersNeeded(scale.missing.minimumAnswered, scale.items.length, total);
  const decided =
    formula.kind === "criteria" && formula.conditions.some((condition) => conditionHolds(condition, sheet.answers));
  if (answered.length < needed && !decided) {
    return { outcome: "incomplete", needed, had: answered.length, ...provenance };
  }
  const result = applyFormula(formula, {
    instrument: sheet.instrument,
    answered,
    itemsApplicable: total,
    missingAsZero: scale.missing.substitute === "zero",
    answers: sheet.answers,
  });
  if (result.kind === "none") return { outcome: "not-applicable", why: result.why, ...provenance };
  const prorated = missing.length > 0 && scale.missing.substitute !== "none";
  const value = prorated && scale.missing.rounding === "nearest-integer" ? roundHalfUp(result.value) : result.value;
  return { outcome: "scored", value, prorated, ...provenance };
}

/** A total of other scales: every part has to be scored, and for parts `needed` and `had` count scales, not items. */
function scoreComposite(
  sheet: Sheet,
  scale: Scale,
  combine: "sum" | "mean",
  parts: readonly (ScoreOutcome | undefined)[],
): ScoreOutcome {
  const { answered, missing, total } = read(sheet, scale.items);
  const provenance = {
    edition: sheet.instrument.edition,
    engine: SCORING_ENGINE,
    rule: missingRuleId(sheet.instrument, scale),
    itemsTotal: total,
    itemsUsed: answered.length,
    missing,
  };
  const scored = parts.filter((part) => part?.outcome === "scored");
  if (scored.length < parts.length) {
    if (parts.some((part) => part?.outcome === "not-applicable")) {
      return { outcome: "not-applicable", why: "part-not-applicable", ...provenance };
    }
    return { outcome: "incomplete", needed: parts.length, had: scored.length, ...provenance };
  }
  let sum = 0;
  for (const part of scored) sum += part.value;
  const prorated = scored.some((part) => part.prorated);
  return { outcome: "scored", value: combine === "sum" ? sum : sum / parts.length, prorated, ...provenance };
}

/**
 * Scores one checked answer sheet: for every scale of the instrument a number, or why there is none. Pure: the same
 * definition and answers give the same outcomes whatever the order of keys, the language or the time. Values are not
 * rounded except where the instrument's missing-item rule itself says so.
 */
export function scoreAnswers(instrument: Instrument, answers: Answers): Readonly<Record<string, ScoreOutcome>> {
  const applicable = applicableItems(instrument, answers);
  const sheet: Sheet = {
    instrument,
    answers: Object.fromEntries(Object.entries(answers).filter(([id]) => applicable.has(id))),
    items: new Map(instrument.items.map((item) => [item.id, item])),
    applicable,
  };
  const outcomes: Record<string, ScoreOutcome> = {};
  for (const scale of instrument.scales) {
    if (scale.formula.kind !== "composite") outcomes[scale.code] = scoreItems(sheet, scale, scale.formula);
  }
  for (const scale of instrument.scales) {
    if (scale.formula.kind !== "composite") continue;
    const parts = scale.formula.scales.map((code) => outcomes[code]);
    outcomes[scale.code] = scoreComposite(sheet, scale, scale.formula.combine, parts);
  }
  return outcomes;
}
