import {
  categorise,
  type RuleReference,
  type ThresholdRule,
  type ViralLoadCategory,
} from "@alongside/domain/viral-load/categorise";
import type { ViralLoad } from "@alongside/domain/viral-load/measurement";
import type { ViralLoadReading } from "./viral-load-data";

/** What a rule makes of a reading: one category, or all those that its limit leaves possible. */
export type ReadingCategory =
  | { readonly kind: "category"; readonly category: ViralLoadCategory }
  | { readonly kind: "undetermined"; readonly possible: readonly ViralLoadCategory[] };

/** Suppressed, not suppressed, or a result that does not tell which. */
export type SuppressionStatus = "suppressed" | "unsuppressed" | "undetermined";

/** Categories that count as suppressed, whatever the rule. A low level has a band of its own because it does not. */
const SUPPRESSED_CATEGORIES: ReadonlySet<ViralLoadCategory> = new Set(["undetectable", "suppressed"]);

/** Readings that a rule has been asked about: several analyses of one page ask about the same ones. */
const ASKED = new WeakMap<ThresholdRule, WeakMap<ViralLoadReading, ReadingCategory>>();

/** The category of a reading. The one place that decides is `categorise`; this only asks it, once a reading. */
export function categoryOf(reading: ViralLoadReading, rule: ThresholdRule): ReadingCategory {
  const asked = ASKED.get(rule) ?? new WeakMap<ViralLoadReading, ReadingCategory>();
  ASKED.set(rule, asked);
  const known = asked.get(reading);
  if (known !== undefined) return known;
  const found = askCategory(reading, rule);
  asked.set(reading, found);
  return found;
}

function askCategory(reading: ViralLoadReading, rule: ThresholdRule): ReadingCategory {
  const verdict = categorise(measurementOf(reading), rule);
  switch (verdict.kind) {
    case "category":
      return { kind: "category", category: verdict.category };
    case "undetermined":
      return { kind: "undetermined", possible: verdict.possible };
    case "no-result":
      return { kind: "undetermined", possible: rule.categories.map(({ category }) => category) };
  }
}

/** Whether a reading counts as suppressed under the rule. */
export function suppressionStatus(reading: ViralLoadReading, rule: ThresholdRule): SuppressionStatus {
  const found = categoryOf(reading, rule);
  const possible = found.kind === "category" ? [found.category] : found.possible;
  if (possible.every((category) => SUPPRESSED_CATEGORIES.has(category))) return "suppressed";
  return possible.some((category) => SUPPRESSED_CATEGORIES.has(category)) ? "undetermined" : "unsuppressed";
}

/** The name under which a rule stands beside every figure. */
export function ruleReference({ id, validFrom }: ThresholdRule): RuleReference {
  return { id, validFrom };
}

/** The reading as a measurement in copies/mL. Of the rest nothing bears on the category. */
function measurementOf(reading: ViralLoadReading): ViralLoad {
  const common = {
    specimen: "plasma",
    assay: null,
    reason: "not-stated",
    collectedOn: "1970-01-01",
    receivedOn: null,
    testedOn: null,
    returnedOn: null,
    asPrinted: null,
    lowerLimitCopiesPerMl: null,
    upperLimitCopiesPerMl: null,
    detectionLimitCopiesPerMl: null,
  } as const;
  const unit = "copies-per-ml";
  switch (reading.kind) {
    case "quantified":
      return { ...common, state: "quantified", value: String(reading.copiesPerMl), unit, comparator: null };
    case "below": {
      const comparator = reading.inclusive === true ? "<=" : "<";
      return { ...common, state: "below-quantification", value: String(reading.limit), unit, comparator };
    }
    case "above": {
      const comparator = reading.inclusive === true ? ">=" : ">";
      return { ...common, state: "above-upper", value: String(reading.limit), unit, comparator };
    }
    case "not-detected":
      return { ...common, state: "not-detected", detectionLimitCopiesPerMl: reading.limit };
  }
}
