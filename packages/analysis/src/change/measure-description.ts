import type { LocalText } from "@alongside/domain/instruments/local-text";
import type { Improvement } from "@alongside/domain/instruments/scale";
import type { AskedOf } from "@alongside/domain/schedule/asked-of";

/** What the table needs to know about a measure, from its instrument or from the programme's own definition. */
export interface MeasureDescription {
  /** `${instrument}/${scale}` or `measure/${code}`. */
  readonly measure: string;
  readonly label: LocalText;
  /** Which way is better. */
  readonly improvement: Improvement;
  /** Lowest and highest possible score; null where there is none. */
  readonly range: { readonly minimum: number; readonly maximum: number } | null;
  /** Whether it says yes (1) or no (0) and nothing else, by its definition; absent where it does not. */
  readonly yesOrNo?: boolean;
  /** Smallest change people notice, in points of the measure, and where that is known from. */
  readonly importantDifference: { readonly value: number; readonly basis: LocalText } | null;
  /** Reliability of the scale as its catalogue entry chose it; absent where nobody knows it. */
  readonly reliability?: number;
  /** Code of one of the five outcome domains, or null for measures of mechanisms and of the support itself. */
  readonly domain: string | null;
  /** Codes of the specific outcomes it speaks to. */
  readonly outcomes: readonly string[];
  /** Whom the programme asks what it is computed from. */
  readonly askedOf: AskedOf;
}

export interface CohortDescription {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Measures by whose score at the baseline it was decided who belongs; absent where nobody says. */
  readonly chosenBy?: readonly string[];
}

export interface TimepointDescription {
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly kind: "baseline" | "end" | "follow-up";
  readonly position: number;
  /** Planned day after enrolment. */
  readonly targetDay: number;
}
