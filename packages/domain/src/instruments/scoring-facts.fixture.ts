import type { Instrument } from "./instrument";
import type { Item } from "./item";
import type { Formula, MissingRule, Scale } from "./scale";

/** What decides the number a person gets, and how it is read, in a form short enough to check against an article. */
export interface ScoringFacts {
  readonly edition: string;
  /** Option codes of each response set; `8=none` carries no value, `1=0` is worth another number than its code. */
  readonly answers: Readonly<Record<string, string>>;
  /** Item ids by how they are answered. */
  readonly items: Readonly<Record<string, string>>;
  readonly reverse: string;
  readonly sheetMinimumAnswered: number | "none";
  readonly risks: string;
  readonly scales: Readonly<Record<string, Readonly<Record<string, string | boolean>>>>;
}

const joined = (parts: readonly string[]): string => (parts.length === 0 ? "none" : parts.join(" | "));

/** Ids of consecutive items as a person would write them: `i1..i9 i12`. */
function idList(ids: readonly string[], prefix: string): string {
  const short = ids.map((id) => (id.startsWith(`${prefix}.`) ? id.slice(prefix.length + 1) : id));
  const runs: { first: string; last: string; stem: string; next: number }[] = [];
  for (const id of short) {
    const [, stem = id, number = ""] = /^(.*?)(\d+)$/.exec(id) ?? [];
    const run = runs.at(-1);
    if (run !== undefined && number !== "" && run.stem === stem && run.next === Number(number)) {
      run.last = id;
      run.next += 1;
    } else runs.push({ first: id, last: id, stem, next: number === "" ? Number.NaN : Number(number) + 1 });
  }
  return runs.length === 0
    ? "none"
    : runs.map(({ first, last }) => (first === last ? first : `${first}..${last}`)).join(" ");
}

function answeredBy({ response, key, enableWhen }: Item): string {
  const kind =
    response.kind === "choice"
      ? response.set
      : `${response.integer ? "whole number" : "number"} ${response.minimum} to ${response.maximum}${
          response.step === undefined ? "" : ` step ${response.step}`
        }${response.unit === undefined ? "" : ` ${response.unit}`}`;
  const asked =
    enableWhen === undefined
      ? ""
      : `, asked when ${enableWhen.behaviour} of ${enableWhen.conditions
          .map(({ item, operator, answer }) => `${item} ${operator} ${answer}`)
          .join("; ")}`;
  return `${kind}${key === undefined ? "" : `, right answer ${key}`}${asked}`;
}

function formulaText(formula: Formula, prefix: string): string {
  const times = (multiply: number | undefined) => (multiply === undefined ? "" : ` x ${multiply}`);
  switch (formula.kind) {
    case "value":
    case "percent-of-range":
      return formula.kind;
    case "sum":
    case "mean":
      return `${formula.kind}${times(formula.multiply)}`;
    case "weighted":
      return `${formula.constant} + ${JSON.stringify(formula.weights)}`;
    case "count":
      return `count of values >= ${formula.atLeast}`;
    case "lookup":
      return `table ${formula.table.map(({ raw, score }) => `${raw}: ${score}`).join(", ")}`;
    case "categories":
      return `categories ${formula.rows.map(({ from, value }) => `from ${from}: ${value}`).join(", ")}`;
    case "criteria": {
      const any = formula.conditions.map(({ item, operator, answer }) => `${item} ${operator} ${answer}`);
      return `${formula.whenMet} if any of ${any.join(", ")}; else ${formula.whenNot}`;
    }
    case "ratio":
      return `100 x ${idList(formula.numerator, prefix)} / ${formula.denominator.map((id) => idList([id], prefix)).join(" + ")}`;
    case "at-or-under":
      return `${formula.quantity} with ${formula.comparator} at or under ${formula.threshold}`;
    case "composite":
      return `${formula.combine} of scales ${formula.scales.join(", ")}`;
  }
}

function missingText({ minimumAnswered, substitute, rounding, certainty }: MissingRule, of: number): string {
  return `${minimumAnswered} of ${of} needed, ${substitute}, rounding ${rounding}, ${certainty}`;
}

function scaleFacts(scale: Scale, prefix: string): Readonly<Record<string, string | boolean>> {
  const { items, formula, missing, range, unit, improvement, headline, serves, reliableChange } = scale;
  return {
    items: idList(items, prefix),
    formula: formulaText(formula, prefix),
    missing: missingText(missing, items.length),
    range: `${range.minimum} to ${range.maximum}${unit === undefined ? "" : ` ${unit}`}`,
    improvement,
    headline,
    domain: serves.domain ?? "none",
    bands: joined(scale.bands.map(({ code, from, exclusive }) => `${code} ${exclusive === true ? ">" : ">="} ${from}`)),
    cutOffs: joined(scale.cutOffs.map(({ comparison, value }) => `${comparison} ${value}`)),
    differences: joined(scale.importantDifferences.map(({ value, unit: of }) => `${value} ${of}`)),
    reliability: joined(
      scale.reliability.map(
        ({ coefficient, low, high, intervalDays }) =>
          `${coefficient} ${low === high ? low : `${low} to ${high}`}${intervalDays === undefined ? "" : ` at ${intervalDays} d`}`,
      ),
    ),
    reliableChange:
      reliableChange === undefined ? "not stated" : String(reliableChange.reliability ?? "not to be read"),
  };
}

/** The facts of one definition, every scale of it, for comparison with what was written down beside the tests. */
export function scoringFacts(instrument: Instrument): ScoringFacts {
  const { code, edition, responseSets, items, reverse, sheetMinimumAnswered, risks, scales } = instrument;
  const option = (one: { code: number; value: number | null }) =>
    one.code === one.value ? `${one.code}` : `${one.code}=${one.value ?? "none"}`;
  const kinds = [...new Set(items.map(answeredBy))];
  return {
    edition,
    answers: Object.fromEntries(
      Object.entries(responseSets).map(([name, { options }]) => [name, options.map(option).join(" ")]),
    ),
    items: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        idList(
          items.filter((item) => answeredBy(item) === kind).map(({ id }) => id),
          code,
        ),
      ]),
    ),
    reverse: idList(reverse, code),
    sheetMinimumAnswered: sheetMinimumAnswered ?? "none",
    risks: joined(risks.map(({ item, when }) => `${item} ${when.operator} ${when.answer}`)),
    scales: Object.fromEntries(scales.map((scale) => [scale.code, scaleFacts(scale, code)])),
  };
}
