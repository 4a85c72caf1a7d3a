import type { RFigure, RScriptInput } from "./r-script-input";

/** Numbers of people by their answers; "missing" is an answer that was due and is not there. */
export interface RAnswerCount {
  readonly cohort: "A" | "B";
  readonly before: "yes" | "no" | "missing";
  readonly after: "yes" | "no" | "missing";
  readonly people: number;
}

/** How many answered yes before and after, where it is not to be known who they were. */
export interface RMargins {
  readonly cohort: "A" | "B";
  readonly denominator: string;
  readonly n: number;
  readonly before: number;
  readonly after: number;
}

/** Everything that goes into the script of a yes-or-no outcome. Plain values; what the page hides is not among them. */
export interface BinaryScriptInput {
  readonly provenance: RScriptInput["provenance"];
  readonly improvement: "increase" | "decrease" | "none";
  readonly answers: readonly RAnswerCount[];
  readonly margins: readonly RMargins[];
  /** People with both answers, where figures allow for sites; empty where sites are not to be told apart. */
  readonly pairs: readonly {
    readonly cohort: "A" | "B";
    readonly site: number;
    readonly before: 0 | 1;
    readonly after: 0 | 1;
  }[];
  /** How a ratio allows for sites; null where there is none. */
  readonly errors: "by-site" | "by-few-sites" | "by-person" | null;
  /** P values of the tests in the outcome's family that are at hand, its own first. */
  readonly familyPValues: readonly number[];
  /** Tests in the family, those at hand and the others. */
  readonly familyTests: number;
  readonly figures: readonly RFigure[];
  /** Figures of the page that the script cannot compute again, each with its reason; English. */
  readonly leftOut: readonly string[];
}
