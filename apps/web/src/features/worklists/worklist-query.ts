import type { WorklistCounts, WorklistPage } from "./worklist-view";

/** The lists, in the order in which they are shown. */
export const LISTS = [
  "overdue",
  "due",
  "unsuppressed",
  "counselling",
  "rejected",
  "awaiting-verification",
  "queried",
] as const satisfies readonly (keyof WorklistCounts)[];
export type List = (typeof LISTS)[number];

/** Whom to contact is a list of its own: it holds codes and no reason. */
export const CONTACTS = "contacts";
export type AnyList = List | typeof CONTACTS;

/** What a list is called in an address: nothing that tells what the results say. */
const WORDS = {
  overdue: "overdue",
  due: "due",
  unsuppressed: "repeat",
  counselling: "sessions",
  rejected: "specimen",
  "awaiting-verification": "verify",
  queried: "queried",
  contacts: "contacts",
} as const satisfies Record<AnyList, string>;

/** What the address of a list asks for. Every view can be kept, shared and gone back to. */
export interface WorklistQuery {
  readonly list?: AnyList;
  readonly siteId?: string;
  /** Where the page before ended; a code, sealed, on the list of contacts. */
  readonly after?: string;
}

const ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const SITE = new RegExp(`^${ID}$`, "i");
const END = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})~(${ID})~(${ID})$`, "i");

/** Reads the parameters of the address; what makes no sense is passed over, as somebody may have typed it. */
export function readWorklistQuery(parameters: Readonly<Record<string, unknown>>): WorklistQuery {
  const list = ([...LISTS, CONTACTS] as const).find((one) => WORDS[one] === parameters.list);
  const { site, after } = parameters;
  return {
    ...(list && { list }),
    ...(typeof site === "string" && SITE.test(site) && { siteId: site }),
    ...(typeof after === "string" && after !== "" && after.length < 400 && { after }),
  };
}

/** The address of a list, or of a page beside it. */
export function worklistHref(base: string, query: WorklistQuery, page: "" | "/print" | "/table" = ""): string {
  const parameters = new URLSearchParams();
  if (query.list) parameters.set("list", WORDS[query.list]);
  if (query.siteId) parameters.set("site", query.siteId);
  if (query.after) parameters.set("after", query.after);
  const path = `${base}/worklists${page}`;
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}

/** The word of a list in an address. */
export function wordOf(list: AnyList): string {
  return WORDS[list];
}

/** Where a page ended, as it stands in an address. */
export function endText({ on, participantId, id }: NonNullable<WorklistPage["next"]>): string {
  return [on, participantId, id].join("~");
}

/** The same read back; undefined when it makes no sense. */
export function readEnd(text: string | undefined): WorklistPage["next"] | undefined {
  const [, on, participantId, id] = END.exec(text ?? "") ?? [];
  return on && participantId && id ? { on, participantId, id } : undefined;
}
