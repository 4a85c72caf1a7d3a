import type { ViralLoad } from "./measurement";

type Common = Omit<Extract<ViralLoad, { readonly state: "not-detected" }>, "state">;

const common: Common = {
  specimen: "plasma",
  assay: null,
  reason: "routine",
  collectedOn: "2026-05-10",
  receivedOn: null,
  testedOn: null,
  returnedOn: null,
  asPrinted: null,
  lowerLimitCopiesPerMl: null,
  upperLimitCopiesPerMl: null,
  detectionLimitCopiesPerMl: null,
};

export function notDetected(over: Partial<Common> = {}): ViralLoad {
  return { state: "not-detected", ...common, ...over };
}

export function quantified(
  value: string,
  unit: "copies-per-ml" | "log10-copies-per-ml" | "iu-per-ml" = "copies-per-ml",
  over: Partial<Common> = {},
): ViralLoad {
  return { state: "quantified", ...common, value, unit, comparator: null, ...over };
}

export function below(value: string | null, comparator: "<" | "<=" = "<", over: Partial<Common> = {}): ViralLoad {
  const unit = value === null ? null : "copies-per-ml";
  return { state: "below-quantification", ...common, value, unit, comparator, ...over };
}

export function above(value: string | null, comparator: ">" | ">=" = ">", over: Partial<Common> = {}): ViralLoad {
  const unit = value === null ? null : "copies-per-ml";
  return { state: "above-upper", ...common, value, unit, comparator, ...over };
}

export function withoutResult(state: "rejected" | "failed" | "pending", over: Partial<Common> = {}): ViralLoad {
  switch (state) {
    case "rejected":
      return { state, ...common, rejectionCode: "haemolysed", ...over };
    case "failed":
      return { state, ...common, failureCode: "control-failed", ...over };
    case "pending":
      return { state, ...common, ...over };
  }
}
