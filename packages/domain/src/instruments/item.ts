import type { LocalText } from "./local-text";

/** One answer that can be chosen. */
export interface ResponseOption {
  /** The number stored and exchanged. */
  readonly code: number;
  /** The number scored, or null where the answer carries no value ("does not apply") and so counts as unanswered. */
  readonly value: number | null;
  /** Our own label; absent for published instruments, whose labels come with a wording pack. */
  readonly label?: LocalText;
}
export interface ResponseSet {
  readonly options: readonly ResponseOption[];
}

export interface ChoiceResponse {
  readonly kind: "choice";
  /** Key into the instrument's `responseSets`. */
  readonly set: string;
}
export interface NumberResponse {
  readonly kind: "number";
  readonly minimum: number;
  readonly maximum: number;
  readonly integer: boolean;
  /** Allowed distance between neighbouring values, counted from `minimum`. Absent = any number allowed by `integer`. */
  readonly step?: number;
  /** Unit as printed, in UCUM where there is one, e.g. "copies/mL", "d", "%". */
  readonly unit?: string;
}
export type ItemResponse = ChoiceResponse | NumberResponse;

export type ConditionOperator = "=" | "!=" | ">" | "<" | ">=" | "<=";
/** True when the named item was answered and its answer (code or number) compares as stated. */
export interface Condition {
  readonly item: string;
  readonly operator: ConditionOperator;
  readonly answer: number;
}
export interface EnableWhen {
  readonly behaviour: "all" | "any";
  readonly conditions: readonly Condition[];
}

export interface Item {
  /** Neutral and stable: `phq9.i1`. Never reused for another question, whatever the edition. */
  readonly id: string;
  /** How the item is numbered on paper. */
  readonly number: string;
  readonly response: ItemResponse;
  /** For knowledge items: the code of the right answer. The item is then worth 1 for that code and 0 for any other. */
  readonly key?: number;
  /** Our own wording only. */
  readonly text?: LocalText;
  /** Asked only when this holds; otherwise the item does not apply, which is not the same as missing. */
  readonly enableWhen?: EnableWhen;
}
