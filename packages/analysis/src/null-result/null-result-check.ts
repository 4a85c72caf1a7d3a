import { ancovaFactor } from "@alongside/statistics/power/sample-size-factors";
import type { ChangeDetail } from "../change-detail/change-detail";
import type { Comparison } from "../comparison/comparison";
import type { OutcomeRequest } from "../outcome/outcome-request";
import type { Psychometrics } from "../psychometrics/psychometrics";
import type { PersonSeries } from "../rows/person-series";
import { type DoseCheck, doseCheck } from "./dose-check";
import { type PowerCheck, powerCheck } from "./power-check";
import { type ToolCheck, toolCheck } from "./tool-check";

/** The domain in which trials and interviews disagree, and where an interval that holds 0 is looked into. */
const DOMAIN = "outcome.psychological";

/**
 * The three reasons why a result may be unclear although support helped: too few people, too little support, or a scale
 * that could not show it. Always all three, each with its figures.
 */
export interface NullResultCheck {
  /** The change, the difference between the cohorts, or both: whichever interval holds 0. */
  readonly power: readonly PowerCheck[];
  readonly dose: DoseCheck;
  readonly tool: ToolCheck;
}

/** What the parts of an outcome's analysis know that the check needs. */
export interface NullResultGrounds {
  readonly request: OutcomeRequest;
  /** Of the cohort the request is about. */
  readonly people: readonly PersonSeries[];
  readonly change: ChangeDetail;
  /** Null without a comparison, or where it could not be made. */
  readonly comparison: Comparison | null;
  readonly psychometrics: Psychometrics;
}

/**
 * Looks into a psychological outcome whose change, or difference between cohorts, is compatible with 0.
 * @returns null for other outcomes, and where no interval holds 0
 */
export function nullResultCheck(grounds: NullResultGrounds): NullResultCheck | null {
  const { request, people, psychometrics } = grounds;
  if (request.description.domain !== DOMAIN) return null;
  const power = [powerOfChange(grounds), powerOfDifference(grounds)].filter((check) => check !== null);
  if (power.length === 0) return null;
  return { power, dose: doseCheck(request.dose ?? null), tool: toolCheck(request, psychometrics, people) };
}

function powerOfChange({ request, change }: NullResultGrounds): PowerCheck | null {
  if (change.change.kind !== "estimate" || change.sdChange.kind !== "value") return null;
  return powerCheck("change", change.change, request.importantDifference, {
    standardDeviation: change.sdChange.value,
    n: change.n,
    secondN: null,
  });
}

/**
 * The difference of the chosen model, of ANCOVA where none was chosen. It plans by the spread within the cohorts that the
 * model leaves, made larger by the root of the design effect where sites are known to differ.
 */
function powerOfDifference({ request, comparison }: NullResultGrounds): PowerCheck | null {
  if (comparison === null) return null;
  const { differences, primary, sites } = comparison;
  const { correlation, supported, compared, pooledSdPost, pooledSdChange } = differences;
  const inChange = primary === "difference-in-differences";
  const estimate = inChange ? differences.differenceInDifferences : differences.ancova;
  if (estimate.kind !== "estimate" || correlation === null) return null;
  const spread = inChange ? pooledSdChange : pooledSdPost * Math.sqrt(ancovaFactor(correlation));
  return powerCheck("difference", estimate, request.importantDifference, {
    standardDeviation: spread * Math.sqrt(Math.max(1, sites.designEffect ?? 1)),
    n: supported.n,
    secondN: compared.n,
  });
}
