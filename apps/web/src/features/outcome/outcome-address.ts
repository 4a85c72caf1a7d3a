/** What the address of the page says: one outcome of one cohort at one time, and whom it is compared with. */
export interface OutcomeAddress {
  /** Key of the measure. */
  readonly measure: string;
  readonly cohortId: string;
  readonly timepointId: string;
  /** A cohort, "none", or null where the programme's own choice holds. */
  readonly comparedWith: string | null;
  readonly siteId: string | null;
  /** A data set that was frozen; null for the records as they are. */
  readonly snapshotId: string | null;
  /** Cohorts that somebody defined, of which the cohorts above are; none: the arms. */
  readonly definitionIds: readonly string[];
  /** The rows that take long have been asked for. */
  readonly long: boolean;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const BASE64 = /^[A-Za-z0-9_-]+$/;

/**
 * What stands for a measure in an address. Keys of measures name health matters, and addresses stay behind in browser
 * histories, so the key itself is never part of one.
 */
export function measureSign(measure: string): string {
  const binary = Array.from(new TextEncoder().encode(measure), (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The measure a sign stands for; null for what is no sign. */
function measureOf(sign: string): string | null {
  if (!BASE64.test(sign)) return null;
  try {
    const binary = atob(sign.replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(binary, (one) => one.codePointAt(0) ?? 0));
  } catch {
    return null;
  }
}

/** Reads the address; null when it names no outcome. */
export function outcomeAddress(parameters: { readonly get: (name: string) => string | null }): OutcomeAddress | null {
  const id = (name: string) => {
    const value = parameters.get(name);
    return value !== null && UUID.test(value) ? value : null;
  };
  const measure = measureOf(parameters.get("measure") ?? "");
  const [cohortId, timepointId] = [id("cohort"), id("time")];
  if (measure === null || measure === "" || cohortId === null || timepointId === null) return null;
  const comparedWith = parameters.get("with") === "none" ? "none" : id("with");
  return {
    ...{ measure, cohortId, timepointId, comparedWith },
    ...{ siteId: id("site"), snapshotId: id("snapshot"), long: parameters.get("long") === "1" },
    definitionIds: definedIn(parameters.get("defined")),
  };
}

/** Ids in one parameter, so that a form without script keeps them all. */
function definedIn(text: string | null): readonly string[] {
  return (text ?? "").split(",").filter((id) => UUID.test(id));
}

type NamedOutcome = Partial<OutcomeAddress> & Pick<OutcomeAddress, "measure" | "cohortId" | "timepointId">;

/** The address of the page of an outcome, under the programme's base path. */
export function outcomeHref(base: string, outcome: NamedOutcome): string {
  return `${base}/change/outcome?${queryOf(outcome)}`;
}

/** Where it stands whose scores these are, in an order and narrowed to a kind. */
export function peopleHref(
  base: string,
  outcome: NamedOutcome,
  shown: { readonly order?: string; readonly kind?: string; readonly page?: number } = {},
): string {
  const query = queryOf({ ...outcome, comparedWith: null, long: false });
  if (shown.order !== undefined && shown.order !== "worst") query.set("order", shown.order);
  if (shown.kind !== undefined && shown.kind !== "all") query.set("kind", shown.kind);
  if (shown.page !== undefined && shown.page > 1) query.set("page", String(shown.page));
  return `${base}/change/outcome/people?${query}`;
}

/** Where the script for R of that page is asked for. */
export function scriptHref(base: string, outcome: NamedOutcome): string {
  return `${base}/releases/new?${queryOf({ ...outcome, long: false })}&what=outcome-script`;
}

function queryOf({
  measure,
  cohortId,
  timepointId,
  comparedWith,
  siteId,
  snapshotId,
  definitionIds = [],
  long,
}: NamedOutcome): URLSearchParams {
  const query = new URLSearchParams({ measure: measureSign(measure), cohort: cohortId, time: timepointId });
  if (comparedWith) query.set("with", comparedWith);
  if (siteId) query.set("site", siteId);
  if (snapshotId) query.set("snapshot", snapshotId);
  if (definitionIds.length > 0) query.set("defined", definitionIds.join(","));
  if (long) query.set("long", "1");
  return query;
}

/** The outcome as the procedures are asked for it; they want the programme besides. */
export function outcomeQuestion(address: OutcomeAddress) {
  const { measure, cohortId, timepointId, comparedWith, siteId, snapshotId, definitionIds } = address;
  return {
    ...{ measure, cohortId, timepointId },
    ...(comparedWith === null ? {} : { comparedWith }),
    ...(siteId === null ? {} : { siteId }),
    ...(snapshotId === null ? {} : { snapshotId }),
    ...(definitionIds.length === 0 ? {} : { definitionIds: [...definitionIds] }),
  };
}
