/** What the address of the list asks for. Every view of it can be kept, shared and gone back to. */
export interface ListQuery {
  readonly text?: string;
  readonly siteId?: string;
  readonly cohortId?: string;
  readonly status?: Status;
  readonly due?: "open" | "overdue";
  readonly after?: string;
}

export const STATUSES = ["active", "completed", "withdrawn", "transferred", "lost", "died"] as const;
export type Status = (typeof STATUSES)[number];

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TEXT_MAX = 40;

const asItIs = (text: string): string => text;

/**
 * Reads the parameters of the address; what makes no sense is passed over, as somebody may have typed it.
 * @param open reads what `listHref` has sealed
 */
export function readListQuery(parameters: Readonly<Record<string, unknown>>, open = asItIs): ListQuery {
  const text = word(opened(parameters.q, open));
  const after = word(opened(parameters.after, open));
  const siteId = word(parameters.site);
  const cohortId = word(parameters.cohort);
  const status = STATUSES.find((one) => one === parameters.status);
  const due = (["open", "overdue"] as const).find((one) => one === parameters.due);
  return {
    ...(text && { text }),
    ...(siteId && ID.test(siteId) && { siteId }),
    ...(cohortId && ID.test(cohortId) && { cohortId }),
    ...(status && { status }),
    ...(due && { due }),
    ...(after && { after }),
  };
}

/**
 * The address of a view of the list.
 * @param seal what codes, and what was typed to find one, look like in an address
 */
export function listHref(base: string, query: ListQuery, seal: (text: string) => string): string {
  const names = {
    text: "q",
    siteId: "site",
    cohortId: "cohort",
    status: "status",
    due: "due",
    after: "after",
  } as const;
  const parameters = new URLSearchParams();
  for (const key of Object.keys(names) as (keyof typeof names)[]) {
    const value = query[key];
    if (value !== undefined) parameters.set(names[key], key === "text" || key === "after" ? seal(value) : value);
  }
  return parameters.size === 0 ? `${base}/participants` : `${base}/participants?${parameters}`;
}

/** True when something besides the page narrows the list. */
export function narrows({ after: _after, ...rest }: ListQuery): boolean {
  return Object.keys(rest).length > 0;
}

function opened(value: unknown, open: (text: string) => string): unknown {
  return typeof value === "string" ? open(value) : value;
}

function word(value: unknown): string | undefined {
  return typeof value === "string" ? value.trim().slice(0, TEXT_MAX) : undefined;
}
