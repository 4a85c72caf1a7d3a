/** How the five domains are laid out: estimates on one axis, means over time, or plain numbers. */
export const GLANCE_VIEWS = ["forest", "waves", "table"] as const;
/** In which order outcomes stand inside a domain. */
export const GLANCE_ORDERS = ["framework", "change", "missing"] as const;
/** Which outcomes are shown: those that read so in any cohort. */
export const GLANCE_READINGS = ["better", "worse", "unclear"] as const;

/** What a code of the framework looks like. Whether it names one of the five domains, the table knows. */
const CODE = /^[a-z]+(\.[a-z-]+)+$/;

/** What the address says about the overview. */
export interface GlanceAddress {
  readonly view: (typeof GLANCE_VIEWS)[number];
  readonly order: (typeof GLANCE_ORDERS)[number];
  readonly reading: (typeof GLANCE_READINGS)[number] | null;
  /** Code of the only domain that is shown; null shows all. */
  readonly domain: string | null;
}

export const WHOLE_GLANCE: GlanceAddress = { view: "forest", order: "framework", reading: null, domain: null };

/** Reads the address; what it does not know is as if it were not there. */
export function glanceOf(parameters: Pick<URLSearchParams, "get">): GlanceAddress {
  const one = <T extends string>(name: string, known: readonly T[]): T | null =>
    known.find((value) => value === parameters.get(name)) ?? null;
  const domain = parameters.get("domain");
  return {
    view: one("view", GLANCE_VIEWS) ?? WHOLE_GLANCE.view,
    order: one("order", GLANCE_ORDERS) ?? WHOLE_GLANCE.order,
    reading: one("reading", GLANCE_READINGS),
    domain: domain !== null && CODE.test(domain) ? domain : null,
  };
}

/** Writes what differs from the whole overview. */
export function writeGlance(parameters: URLSearchParams, { view, order, reading, domain }: GlanceAddress): void {
  if (view !== WHOLE_GLANCE.view) parameters.set("view", view);
  if (order !== WHOLE_GLANCE.order) parameters.set("order", order);
  if (reading !== null) parameters.set("reading", reading);
  if (domain !== null) parameters.set("domain", domain);
}
