import type { OpenTranslator } from "@/i18n/open-translator";
import type { Spoken, SpokenCheck } from "./stack";

/** Rules and soft checks in sentences. */
export interface RuleWords {
  readonly problem: (problem: Spoken) => string;
  /** What a rule says, without the field that breaks it. */
  readonly rule: (rule: string, values: Spoken["values"]) => string;
  readonly check: (check: SpokenCheck) => string;
  /** What a check is about, for one whose numbers are not at hand any more. */
  readonly checkName: (check: string) => string;
  readonly field: (field: string) => string;
}

/**
 * Words for what a row breaks. A rule without words of its own is named as it is.
 *
 * @param say every message, by its whole key
 * @param day a calendar date in the reader's notation
 * @param first where to look before the words of the entry screens, e.g. "laboratoryImport"
 */
export function ruleSentences(given: {
  readonly say: OpenTranslator;
  readonly locale: string;
  readonly day: (day: string) => string;
  readonly first?: string;
}): RuleWords {
  const { say, day } = given;
  const number = new Intl.NumberFormat(given.locale, { maximumFractionDigits: 2 });
  const places = given.first === undefined ? ["laboratory"] : [given.first, "laboratory"];
  const field = (name: string) => {
    const key = places.map((place) => `${place}.field.${name}`).find((one) => say.has(one));
    return key === undefined ? name : say(key);
  };
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
  const shown = (values: Spoken["values"]) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, wordOf(name, value)]));
  const sentence = (about: "rule" | "check" | "checkName", name: string, values: Spoken["values"]): string => {
    for (const place of [...places.map((one) => `${one}.${about}`), "failure.reason", "failure.rule"]) {
      const key = `${place}.${name}`;
      if (say.has(key)) return say(key, { ...BLANK, ...shown(values) });
    }
    // A row that is no row of its table: these words format their numbers themselves.
    return say.has(`importProblem.${name}`) ? say(`importProblem.${name}`, values) : name;
  };
  return {
    problem: (one) =>
      say("laboratory.atField", { field: field(one.field), problem: sentence("rule", one.rule, one.values) }),
    rule: (rule, values) => sentence("rule", rule, values),
    check: (one) => sentence("check", one.check, one.values),
    checkName: (check) => sentence("checkName", check, {}),
    field,
  };
}

/** What a sentence names and a caller has not given stays out of it. */
const BLANK = { value: "", before: "", log10: "", since: "", opensOn: "", closesOn: "", months: "", low: "", high: "" };
