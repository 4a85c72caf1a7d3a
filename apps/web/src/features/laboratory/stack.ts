import type { LabKind } from "@alongside/domain/laboratory/kinds";

/** What one paper says after the other in the same way: a row that does not say it takes it from the row above. */
export const CARRIED = [
  "assay",
  "specimen",
  "testReason",
  "collectedOn",
  "receivedOn",
  "testedOn",
  "returnedOn",
] as const;
export type CarriedField = (typeof CARRIED)[number];
export type Carried = Readonly<Record<CarriedField, string>>;

/** What is typed anew for every paper. */
export const TYPED = ["code", "state", "result", "noResultCode", "timepointCode"] as const;
export type TypedField = (typeof TYPED)[number];
export type StackField = TypedField | CarriedField;

/** One paper, as it was typed. Everything else about it is worked out from this. */
export interface StackRow {
  /** Made on the device and kept through every attempt to save, so that the result is stored once. */
  readonly id: string;
  readonly code: string;
  /** One of RESULT_STATES; empty while nobody has said. */
  readonly state: string;
  /** As it stands on the paper. */
  readonly result: string;
  /** Why a specimen was rejected, or a test failed. */
  readonly noResultCode: string;
  /** The timepoint it is for; empty: none. Null while nobody has said, and then the open window is taken. */
  readonly timepointCode: string | null;
  /** What this row says itself; what is absent comes from above. An empty text means "not known". */
  readonly own: Partial<Carried>;
  /** Place of the reading chosen where the print can be read in more than one way. */
  readonly chosen: number | null;
  /** Why it is right all the same, by soft check. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Set from the moment it is sent until somebody answers. */
  readonly saveId: string | null;
  /** What the server said the last time it was sent. */
  readonly answer: RowAnswer | null;
}

/** Words of the server about a row that was not stored. */
export type RowAnswer =
  | { readonly kind: "refused"; readonly issues: readonly Spoken[] }
  | { readonly kind: "needs-reason"; readonly checks: readonly SpokenCheck[] }
  | { readonly kind: "conflict" };
export interface Spoken {
  readonly field: string;
  readonly rule: string;
  readonly values: Readonly<Record<string, string | number>>;
}
export interface SpokenCheck {
  readonly check: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** The last save that went through; it can be taken back for a minute. */
export interface LastSave {
  readonly saveId: string;
  /** By the clock of this device, as an ISO instant. */
  readonly at: string;
  readonly rows: readonly StackRow[];
}

/** A stack of papers of one kind. Its last row is always empty and waits for the next paper. */
export interface Stack {
  readonly version: 1;
  readonly kind: LabKind;
  readonly rows: readonly StackRow[];
  readonly lastSave: LastSave | null;
}

/** Nothing stands above the first row. */
export const NOTHING_CARRIED: Carried = {
  assay: "",
  specimen: "",
  testReason: "",
  collectedOn: "",
  receivedOn: "",
  testedOn: "",
  returnedOn: "",
};

/** A row that nobody has touched. */
export function emptyRow(id: string): StackRow {
  const typed = { code: "", state: "", result: "", noResultCode: "", timepointCode: null };
  return { id, ...typed, own: {}, chosen: null, reasons: {}, saveId: null, answer: null };
}

/** A stack that nobody has begun. */
export function emptyStack(kind: LabKind, id: string): Stack {
  return { version: 1, kind, rows: [emptyRow(id)], lastSave: null };
}

/** Whether nothing of its own stands in a row. What it only carries on says nothing. */
export function isEmptyRow({ code, state, result, noResultCode }: StackRow): boolean {
  return code.trim() === "" && state === "" && result.trim() === "" && noResultCode === "";
}

/** What holds for every row: what it says itself, else what the rows above say. */
export function carriedDown(rows: readonly StackRow[]): readonly Carried[] {
  let above = NOTHING_CARRIED;
  return rows.map(({ own }) => {
    above = { ...above, ...own };
    return above;
  });
}

/** True for what the device gives back when it is a stack this version of the product wrote. */
export function isStack(value: unknown): value is Stack {
  if (typeof value !== "object" || value === null) return false;
  const { version, kind, rows } = value as Partial<Record<keyof Stack, unknown>>;
  return version === 1 && typeof kind === "string" && Array.isArray(rows) && rows.length > 0;
}
