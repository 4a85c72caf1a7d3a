import { useLocale, useTranslations } from "next-intl";
import { useOpenTranslations } from "@/features/failure/reason-words";
import { useDay } from "@/features/participants/calendar-day";
import type { Spoken, SpokenCheck } from "./stack";

/** Rules and soft checks in sentences. */
export interface RuleWords {
  readonly problem: (problem: Spoken) => string;
  readonly check: (check: SpokenCheck) => string;
  /** What a check is about, for one whose numbers are not at hand any more. */
  readonly checkName: (check: string) => string;
  readonly field: (field: string) => string;
}

/** Words for what a row breaks. A rule without words of its own is named as it is. */
export function useRuleWords(): RuleWords {
  const say = useOpenTranslations();
  const t = useTranslations("laboratory");
  const locale = useLocale();
  const day = useDay();
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const field = (name: string) => {
    const key = `laboratory.field.${name}`;
    return say.has(key) ? say(key) : name;
  };
  const shown = (values: Spoken["values"]) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, wordOf(name, value)]));
  const wordOf = (name: string, value: string | number): string => {
    if (typeof value === "number") return number.format(value);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value);
    if (name === "beforeField") return field(value);
    for (const place of ["specimen", "unit", "state"]) {
      const key = `laboratory.${place}.${value}`;
      if (say.has(key)) return say(key);
    }
    return value;
  };
  const sentence = (place: "rule" | "check" | "checkName", name: string, values: Spoken["values"]): string => {
    for (const key of [`laboratory.${place}.${name}`, `failure.reason.${name}`, `failure.rule.${name}`]) {
      if (say.has(key)) return say(key, { ...BLANK, ...shown(values) });
    }
    return name;
  };
  return {
    problem: (one) => t("atField", { field: field(one.field), problem: sentence("rule", one.rule, one.values) }),
    check: (one) => sentence("check", one.check, one.values),
    checkName: (check) => sentence("checkName", check, {}),
    field,
  };
}

/** What a sentence names and a caller has not given stays out of it. */
const BLANK = { value: "", before: "", log10: "", since: "", opensOn: "", closesOn: "", months: "", low: "", high: "" };
