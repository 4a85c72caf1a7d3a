import { allNeeded, numberedOptions, outcomeDomain, plainItems, scaleOf } from "./definition-parts";
import type { Instrument } from "./instrument";
import type { Item } from "./item";
import type { Formula, MissingRule, Scale } from "./scale";

export const SMALL_IDS = ["small.a", "small.b", "small.c", "small.d"] as const;
const [a, b, c, d] = SMALL_IDS;

/** One scale over all four items, 0 to 3 each, with the formula and missing rule a test is about. */
export function smallScale(
  formula: Formula,
  missing: MissingRule = allNeeded(4),
  items: readonly string[] = SMALL_IDS,
): Scale {
  return scaleOf({
    code: "total",
    label: { en: "Total", zh: "总分" },
    items,
    formula,
    missing,
    range: { minimum: 0, maximum: 12 },
    improvement: "increase",
    headline: true,
    serves: outcomeDomain("psychological"),
  });
}

/** A four-item instrument made for tests; `items` changes its items, `rest` anything else. */
export function smallInstrument(
  scales: readonly Scale[],
  { items, ...rest }: Partial<Instrument> & { readonly items?: readonly Item[] } = {},
): Instrument {
  return {
    code: "small",
    edition: "1",
    kind: "questionnaire",
    tier: "listed",
    validation: "published",
    name: { en: "Small", zh: "小量表" },
    abbreviation: "S",
    purpose: { en: "For tests", zh: "测试用" },
    respondents: ["plhiv"],
    recall: { en: "Now", zh: "目前" },
    responseSets: { agreement: numberedOptions(0, 3) },
    items: items ?? plainItems([a, b, c, d], { kind: "choice", set: "agreement" }),
    reverse: [],
    scales,
    risks: [],
    wording: "pack",
    licence: { status: "unclear", summary: { en: "None", zh: "无" }, certainty: "house" },
    languages: ["en"],
    terminology: [],
    notes: [],
    sources: ["none"],
    ...rest,
  };
}
