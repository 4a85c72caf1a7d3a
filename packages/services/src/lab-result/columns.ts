import type { Assay } from "@alongside/domain/viral-load/assay";
import { copiesPerMl } from "@alongside/domain/viral-load/copies";
import type { ViralLoad } from "@alongside/domain/viral-load/measurement";
import type { ResultRow } from "./insert-results";
import type { LabMeasurement } from "./measurement";

/** How `copies_per_ml` and `quantity` are made; another way is another name. */
const DERIVATION = { copies: "copies@1", quantity: "quantity@1" } as const;

/** Everything a measurement may carry, whatever its kind and state. */
interface Carried {
  readonly state: string;
  readonly collectedOn: string;
  readonly receivedOn?: string | null;
  readonly testedOn?: string | null;
  readonly returnedOn?: string | null;
  readonly comparator?: string | null;
  readonly value?: string | null;
  readonly unit?: string | null;
  readonly specimen?: string | null;
  readonly assay?: { readonly key: string; readonly edition: string } | null;
  readonly reason?: string | null;
  readonly rejectionCode?: string;
  readonly failureCode?: string;
  readonly asPrinted?: string | null;
  readonly lowerLimitCopiesPerMl?: number | null;
  readonly upperLimitCopiesPerMl?: number | null;
  readonly detectionLimitCopiesPerMl?: number | null;
}

export type MeasurementColumns = Pick<
  ResultRow,
  | "kind"
  | "state"
  | "comparator"
  | "value"
  | "unit"
  | "copiesPerMl"
  | "quantity"
  | "derivation"
  | "lowerLimit"
  | "upperLimit"
  | "detectionLimit"
  | "specimen"
  | "assayKey"
  | "assayEdition"
  | "reasonForTest"
  | "rejectionCode"
  | "failureCode"
  | "collectedOn"
  | "receivedOn"
  | "testedOn"
  | "returnedOn"
  | "asPrinted"
>;

/** A measurement as columns, with the numbers that queries need. */
export function measurementColumns(measurement: LabMeasurement, assay: Assay | undefined): MeasurementColumns {
  const result: Carried = measurement.result;
  const copies = measurement.kind === "viral-load" ? copiesNumber(measurement.result, assay) : null;
  const quantity = measurement.kind === "viral-load" ? null : quantityNumber(result);
  return {
    kind: measurement.kind,
    state: result.state,
    comparator: result.comparator ?? null,
    value: result.value ?? null,
    unit: result.unit ?? null,
    copiesPerMl: copies,
    quantity,
    derivation: copies !== null ? DERIVATION.copies : quantity !== null ? DERIVATION.quantity : null,
    lowerLimit: result.lowerLimitCopiesPerMl ?? null,
    upperLimit: result.upperLimitCopiesPerMl ?? null,
    detectionLimit: result.detectionLimitCopiesPerMl ?? null,
    specimen: result.specimen ?? null,
    assayKey: result.assay?.key ?? "",
    assayEdition: result.assay?.edition ?? null,
    reasonForTest: result.reason ?? null,
    rejectionCode: result.rejectionCode ?? null,
    failureCode: result.failureCode ?? null,
    collectedOn: result.collectedOn,
    receivedOn: result.receivedOn ?? null,
    testedOn: result.testedOn ?? null,
    returnedOn: result.returnedOn ?? null,
    asPrinted: result.asPrinted ?? null,
  };
}

/** The number of copies, or the limit it lies beyond; null where there is neither. */
function copiesNumber(measurement: ViralLoad, assay: Assay | undefined): number | null {
  const reading = copiesPerMl(measurement, assay);
  switch (reading.kind) {
    case "copies":
      return reading.value;
    case "censored":
      return reading.limit;
    case "none":
      return null;
  }
}

function quantityNumber({ value }: Carried): number | null {
  if (value === undefined || value === null) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
