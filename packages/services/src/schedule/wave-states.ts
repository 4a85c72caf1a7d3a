import { type DueState, dueState, type EnrolmentPeriod } from "@alongside/domain/schedule/due-state";
import type { TimepointWindow } from "@alongside/domain/schedule/timepoint-window";
import { type CollectionPlan, instrumentsAt, type PlannedWave } from "./plan";

/** One instrument of one wave for one participant. */
export interface SlotState {
  readonly instrument: string;
  readonly state: DueState;
  /** Day on which it was answered; null when it was not. */
  readonly answeredOn: string | null;
}

export interface WaveState {
  readonly wave: PlannedWave;
  readonly window: TimepointWindow;
  /** State of what is still missing; when nothing is, "done" or "done-out-of-window". */
  readonly state: DueState;
  readonly slots: readonly SlotState[];
}

/** What was answered when: an assessment in force. */
export interface Answered {
  readonly timepointId: string;
  readonly instrument: string;
  readonly answeredOn: string;
}

/** Somebody in the plan: what is expected of them depends on their cohort, and when on their enrolment. */
export interface Followed extends EnrolmentPeriod {
  readonly cohortKind: string;
}

/** The state of every wave at which something is expected of one participant, and of every instrument in it. */
export function waveStates(
  plan: CollectionPlan,
  { cohortKind, ...enrolment }: Followed,
  answered: readonly Answered[],
): readonly WaveState[] {
  const days = new Map(answered.map((one) => [`${one.timepointId} ${one.instrument}`, one.answeredOn]));
  return plan.waves.flatMap((wave): WaveState[] => {
    const slots = instrumentsAt(plan, wave, cohortKind).map((instrument): SlotState => {
      const answeredOn = days.get(`${wave.timepointId} ${instrument}`) ?? null;
      return { instrument, answeredOn, state: dueState(wave, enrolment, answeredOn, plan.today).state };
    });
    if (slots.length === 0) return [];
    const { state: whenMissing, window } = dueState(wave, enrolment, null, plan.today);
    return [{ wave, window, slots, state: stateOf(slots, whenMissing) }];
  });
}

function stateOf(slots: readonly SlotState[], whenMissing: DueState): DueState {
  if (slots.some((slot) => slot.answeredOn === null)) return whenMissing;
  return slots.some((slot) => slot.state === "done-out-of-window") ? "done-out-of-window" : "done";
}

/** The wave to turn to next: what is open before what is overdue, else the next to come; null when all is over. */
export function nextWave(waves: readonly WaveState[]): WaveState | null {
  const can = waves.filter(({ state }) => state === "overdue" || state === "open");
  return can.find(({ state }) => state === "open") ?? can[0] ?? waves.find(({ state }) => state === "upcoming") ?? null;
}

/** How many of the assessments that were ever to be expected of this participant have been collected. */
export function progressOf(waves: readonly WaveState[]): { readonly done: number; readonly expected: number } {
  const slots = waves.flatMap((wave) => wave.slots);
  return {
    done: slots.filter((slot) => slot.answeredOn !== null).length,
    expected: slots.filter((slot) => slot.state !== "not-expected").length,
  };
}
