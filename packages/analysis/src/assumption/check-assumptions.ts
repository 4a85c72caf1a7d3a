import { momentSums } from "@alongside/statistics/descriptive/moment-sums";
import { skewness } from "@alongside/statistics/descriptive/shape";
import { roundedDifferences } from "@alongside/statistics/paired/rounded-differences";
import type { ChangeDetail } from "../change-detail/change-detail";
import type { Distribution } from "../change-detail/distribution";
import type { OutcomeRequest } from "../outcome/outcome-request";
import type { ChangePairs } from "../sensitivity/bootstrap-change";
import type { Assumption } from "./assumption";
import { ASSUMPTION_LIMITS, byLimits } from "./limits";
import { noEntryCutOff } from "./no-entry-cut-off";

/** What the parts of an outcome's analysis know that the checks need. */
export interface AssumptionGrounds {
  readonly request: OutcomeRequest;
  readonly pairs: ChangePairs;
  readonly change: ChangeDetail;
  readonly distribution: Distribution;
  /** Of people with a baseline, the share without the later score; null without anybody, and where it is not shown. */
  readonly missingShare: number | null;
  /** People of the cohort scored at the baseline, as far as they may be counted. */
  readonly baselineMeasured: number;
  /** Internal consistency in these people; null where it cannot be computed. */
  readonly consistency: { readonly value: number; readonly n: number } | null;
}

/** Every assumption of a change within one cohort, with the figure it was checked by. */
export function checkAssumptions(grounds: AssumptionGrounds): readonly Assumption[] {
  const { request, change } = grounds;
  const { regressionToMean: expected } = change;
  return [
    independence(grounds),
    normalMean(grounds),
    missingAtRandom(grounds),
    sameMeaning(),
    roomToMove(grounds),
    noEntryCutOff(request, expected?.kind === "expected" ? expected.change : null),
    reliableScale(grounds),
  ];
}

function independence({ request }: AssumptionGrounds): Assumption {
  const people = request.data.people.filter(({ cohortId }) => cohortId === request.cohortId);
  const sites = new Set(people.map(({ siteId }) => siteId)).size;
  const volunteers = people.some(({ volunteerId }) => volunteerId !== null);
  // Within a group before and after, people at a site may change alike; nothing but the number of sites can be said.
  return {
    id: "independence",
    status: volunteers || sites > 1 ? "warn" : "cannot-check",
    figure: sites,
  };
}

function normalMean({ pairs }: AssumptionGrounds): Assumption {
  const n = pairs.pre.length;
  const shape = skewness(momentSums(roundedDifferences(pairs.pre, pairs.post)), "moment");
  if (shape.kind !== "value") return { id: "normal-mean", status: "cannot-check", n };
  const figure = Math.abs(shape.value) / Math.sqrt(n);
  const limits = ASSUMPTION_LIMITS.skewness;
  return { id: "normal-mean", status: byLimits(figure, limits), figure, limit: limits.warn, n };
}

function missingAtRandom({ missingShare: figure, baselineMeasured }: AssumptionGrounds): Assumption {
  if (figure === null) return { id: "missing-at-random", status: "cannot-check", n: baselineMeasured };
  const limits = ASSUMPTION_LIMITS.missing;
  return { id: "missing-at-random", status: byLimits(figure, limits), figure, limit: limits.warn, n: baselineMeasured };
}

/** Whether people read the questions as before cannot be seen in scores; it is said rather than left out. */
function sameMeaning(): Assumption {
  return { id: "same-meaning", status: "cannot-check" };
}

function roomToMove({ request, distribution }: AssumptionGrounds): Assumption {
  const { improvement } = request.description;
  const end = improvement === "increase" ? distribution.ceiling : distribution.floor;
  const n = distribution.n;
  if (improvement === "none" || end === null) return { id: "room-to-move", status: "cannot-check", n };
  const limits = ASSUMPTION_LIMITS.goodEnd;
  return { id: "room-to-move", status: byLimits(end.before, limits), figure: end.before, limit: limits.warn, n };
}

function reliableScale({ request, consistency }: AssumptionGrounds): Assumption {
  const known = request.reliability;
  const figure = known?.kind === "test-retest" ? known.value : (consistency?.value ?? known?.value);
  const limits = ASSUMPTION_LIMITS.reliability;
  if (figure === undefined) return { id: "reliable-scale", status: "cannot-check" };
  const status = figure < limits.fail ? "fail" : figure < limits.warn ? "warn" : "pass";
  const n = consistency?.n;
  return { id: "reliable-scale", status, figure, limit: limits.warn, ...(n === undefined ? {} : { n }) };
}
