import { quantile } from "@alongside/statistics/descriptive/quantile";
import type { KnownReliability, NormalRange, OutcomeRequest } from "../outcome/outcome-request";
import type { Psychometrics } from "../psychometrics/psychometrics";
import type { PersonSeries } from "../rows/person-series";

/** What leaves scores little room to move: the people were already where the scale ends, or where people usually are. */
const FIXING = [
  /** 15 % or more were at the good end before anything happened. */
  "good-end-crowded",
  /** Half of the people were in the ordinary range before anything happened. */
  "ordinary-at-baseline",
] as const;
/** What adds error to every score: a noisy scale moves, but shows less of what happened. */
const BLURRING = [
  /** Omega, or alpha where there is no omega, under .7 in these people. */
  "low-consistency",
  /** It repeats itself at under .7. */
  "low-retest",
] as const;
/** Why a scale may not have been able to show anything in these people. */
const TOOL_REASONS = [...FIXING, ...BLURRING] as const;
export type ToolReason = (typeof TOOL_REASONS)[number];

/** Whether the scale could have shown a change in these people, with every figure it is read from. */
export interface ToolCheck {
  readonly consistency: Psychometrics["consistency"];
  readonly ends: Psychometrics["ends"];
  readonly retest: KnownReliability | null;
  readonly baseline: {
    readonly n: number;
    readonly median: number;
    /** Null where the instrument has no bands. */
    readonly normalRange: NormalRange | null;
  } | null;
  readonly reasons: readonly ToolReason[];
  /** Unlikely with a reason that leaves no room, noisy with any other; not known where nothing could be looked at. */
  readonly verdict: "unlikely-to-move" | "noisy" | "able-to-move" | "not-known";
}

/** Reliability under which a scale is called unreliable. House rule, as in the assumptions. */
const LOWEST_RELIABILITY = 0.7;

/** The figures and what follows from them. A figure that is not there speaks neither way. */
export function toolCheck(
  { reliability, normalRange = null }: OutcomeRequest,
  { consistency, ends }: Psychometrics,
  people: readonly PersonSeries[],
): ToolCheck {
  const scores = people.flatMap(({ values }) => values[0] ?? []);
  const median = scores.length === 0 ? null : quantile(scores, 0.5);
  const retest = reliability?.kind === "test-retest" ? reliability : null;
  const internal = internalConsistency(consistency);
  const goodEnd = ends.kind === "ends" && ends.goodEnd !== null ? ends[ends.goodEnd] : null;
  const ordinary = median === null || normalRange === null ? null : isWithin(median, normalRange);
  const found: Readonly<Record<ToolReason, boolean | null>> = {
    "low-consistency": internal === null ? null : internal < LOWEST_RELIABILITY,
    "low-retest": retest === null ? null : retest.value < LOWEST_RELIABILITY,
    "good-end-crowded": goodEnd === null ? null : goodEnd.crowded,
    "ordinary-at-baseline": ordinary,
  };
  const reasons = TOOL_REASONS.filter((reason) => found[reason] === true);
  return {
    consistency,
    ends,
    retest,
    baseline: median === null ? null : { n: scores.length, median, normalRange },
    reasons,
    verdict: verdictOf(found),
  };
}

function verdictOf(found: Readonly<Record<ToolReason, boolean | null>>): ToolCheck["verdict"] {
  if (FIXING.some((reason) => found[reason] === true)) return "unlikely-to-move";
  if (BLURRING.some((reason) => found[reason] === true)) return "noisy";
  return TOOL_REASONS.every((reason) => found[reason] === null) ? "not-known" : "able-to-move";
}

function internalConsistency(consistency: Psychometrics["consistency"]): number | null {
  if (consistency.kind !== "consistency") return null;
  const { omega, alpha } = consistency;
  if (omega.kind === "estimate") return omega.value;
  return alpha.kind === "estimate" ? alpha.value : null;
}

function isWithin(score: number, { from, to, exclusive }: NormalRange): boolean {
  const above = exclusive.from ? score > from : score >= from;
  return above && (exclusive.to ? score < to : score <= to);
}
