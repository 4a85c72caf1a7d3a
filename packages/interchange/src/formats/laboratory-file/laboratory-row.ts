import type { LabKind } from "@alongside/domain/laboratory/kinds";
import type { QuestionCode, Reading } from "@alongside/domain/viral-load/reading";
import type { LaboratoryField } from "./mapping";
import type { LaboratoryRowRule } from "./rules";

/** Why a row cannot be read. */
export interface RowRefusal {
  readonly kind: "refused";
  readonly field: LaboratoryField;
  readonly rule: LaboratoryRowRule;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A print that can be read in more than one way. */
export interface RowQuestion {
  readonly kind: "question";
  /** The print in one form; under it the answer is kept. */
  readonly text: string;
  readonly assay: string | null;
  readonly question: QuestionCode;
  readonly readings: readonly Reading[];
}

/** A measurement as `LabMeasurement` wants it for its kind; checked where it is saved, like one that is typed. */
export interface RowMeasurement {
  readonly kind: "measurement";
  readonly labKind: LabKind;
  readonly measurement: Readonly<Record<string, unknown>>;
}

/** What one row says. */
export interface LaboratoryRow {
  /** Null where the cell holds no code. */
  readonly code: string | null;
  /** The result's cell; null where it is empty. */
  readonly printed: string | null;
  /** Site named by the row; null where none is. */
  readonly siteId: string | null;
  readonly content: RowMeasurement | RowQuestion | RowRefusal;
}

/** A refusal as a value. */
export function refusal(
  field: LaboratoryField,
  rule: LaboratoryRowRule,
  values: RowRefusal["values"] = {},
): RowRefusal {
  return { kind: "refused", field, rule, values };
}
