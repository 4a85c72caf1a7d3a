import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { effectiveThreshold } from "../disclosure-control/shown-count";
import { cohortGates } from "../suppression/wave-gate";
import { peopleAtWaves } from "../viral-load-rows/at-waves";
import type { ViralLoadData } from "../viral-load-rows/viral-load-data";
import { changedByConfirming, type PersonTimes, suppressionTimes, type TimedEvent } from "./suppression-times";

/** Whose times are asked for. */
export interface OpenTimesRequest {
  readonly data: ViralLoadData;
  readonly cohortId: string;
  readonly rule: ThresholdRule;
  readonly event: TimedEvent;
  readonly confirmed: boolean;
  readonly threshold: number;
}

/** Times as far as they may be shown, and the wave at which everybody is taken as last seen. */
export interface OpenTimes {
  readonly times: PersonTimes;
  /** Position of the last wave whose results count; null where all do. */
  readonly until: number | null;
}

/**
 * Times from the results of the waves before the first whose table of suppression before and after is not shown in full: a
 * step of the curve says who gained or lost suppression, so it would fill in what that table hides.
 * @returns null where not even the first follow-up is shown in full, and where only a few people lie between the curves of
 *   rebound with and without confirmation, which anybody can put side by side
 */
export function openTimes(request: OpenTimesRequest): OpenTimes | null {
  const { data, cohortId, rule, event, confirmed, threshold } = request;
  const k = effectiveThreshold(threshold);
  const timesOf = (shown: ViralLoadData) => suppressionTimes(shown, cohortId, rule, event, confirmed);
  const apart = (shown: ViralLoadData, until: number | null): OpenTimes | null => {
    const changed = confirmed && event === "rebound" ? changedByConfirming(shown, cohortId, rule) : 0;
    return changed > 0 && changed < k ? null : { times: timesOf(shown), until };
  };
  if (k === 1) return { times: timesOf(data), until: null };
  const people = peopleAtWaves(data, cohortId);
  if (people.length === 0) return { times: timesOf(data), until: null };
  const { followUps, openUntil, baseline } = cohortGates(people, rule, threshold);
  if (openUntil < 1 || !baseline) return null;
  if (openUntil === followUps.length) return apart(data, null);
  const open = new Set(data.waves.slice(0, openUntil + 1).map(({ timepointId }) => timepointId));
  const ends = data.waves[openUntil + 1]?.targetDay ?? 0;
  // Results of no wave count as long as they were taken before the hidden one was due.
  const rows = data.rows.filter(({ timepointId, day }) => (timepointId === null ? day < ends : open.has(timepointId)));
  return apart({ ...data, rows }, openUntil);
}
