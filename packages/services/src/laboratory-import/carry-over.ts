import type { LabRow } from "../lab-result/input";
import type { LabMeasurement } from "../lab-result/measurement";

type Fields = Readonly<Record<string, unknown>>;

/** In the order in which they happen. */
const DATES = ["collectedOn", "receivedOn", "testedOn", "returnedOn"] as const;

/**
 * The measurement of a row that corrects, with what it does not state taken from the result it stands in for: a file
 * without a column for something does not say that it is unknown. A date that would contradict the row's own is left out.
 */
export function carryOver(measurement: LabRow["measurement"], stored: LabMeasurement): LabRow["measurement"] {
  const own: Fields = measurement;
  const before: Fields = { ...stored.result };
  const dates = DATES.filter((field) => missing(own[field]) && fitsBetween(own, field, before[field]));
  const assay = stored.kind === "viral-load" && missing(own.assay) ? ["assay"] : [];
  const reason = stored.kind === "viral-load" && (missing(own.reason) || own.reason === "not-stated") ? ["reason"] : [];
  const carried = [...dates, ...assay, ...reason].flatMap((field) =>
    missing(before[field]) ? [] : [[field, before[field]] as const],
  );
  return { ...measurement, ...Object.fromEntries(carried) };
}

function missing(value: unknown): boolean {
  return value === undefined || value === null;
}

/** Whether a date lies between those the row states itself. ISO days compare as text. */
function fitsBetween(own: Fields, field: (typeof DATES)[number], day: unknown): boolean {
  if (typeof day !== "string") return false;
  const place = DATES.indexOf(field);
  return DATES.every((other, index) => {
    const stated = own[other];
    if (typeof stated !== "string") return true;
    return index < place ? stated <= day : day <= stated;
  });
}
