import type { ParticipantFlow } from "@alongside/analysis/attrition/participant-flow";
import type { TimepointDescription } from "@alongside/analysis/change/measure-description";
import type { Opening } from "../analysis-plan/list";
import type { SignedPlan } from "../analysis-plan/saved-plans";
import type { LoadedChange } from "../change/load";
import type { Held } from "../disclosure/released";
import type { ReadSuppression } from "../suppression/read";

/** What became of the forms of the planned main outcome, cohort by cohort, as its page shows it. */
export interface FormsOfCohort {
  readonly cohort: string;
  readonly flow: ParticipantFlow;
}

/** Everything a report is made of, as the pages show it to whoever asks. Nothing in it comes from rows. */
export interface ReportFigures {
  readonly programme: string;
  readonly change: LoadedChange & Held;
  /** All the arms, also those that the report leaves out; empty for cohorts that somebody defined. */
  readonly arms: readonly { readonly id: string; readonly name: string }[];
  readonly baseline: TimepointDescription | null;
  /** The follow-up that the report is about; null for a programme without one. */
  readonly at: TimepointDescription | null;
  /** The newest plan, with when its outcomes were first seen; null for none, or out of reach. */
  readonly plan: SignedPlan | null;
  readonly openings: readonly Opening[];
  /** Empty where there is no plan, or the page of its outcome does not open. */
  readonly forms: readonly FormsOfCohort[];
  /** Null where the page of results does not open. */
  readonly suppression: (ReadSuppression & Held) | null;
}
