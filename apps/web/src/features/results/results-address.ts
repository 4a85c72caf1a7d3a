/** What the address of the page says; null wherever the programme's own choice holds. */
export interface ResultsAddress {
  readonly cohortId: string | null;
  readonly timepointId: string | null;
  /** A cohort, or "none". */
  readonly comparedWith: string | null;
  readonly siteId: string | null;
  /** The rule beside the programme's own. */
  readonly besideRuleId: string | null;
  /** Whether a rebound has to be confirmed by a second result. */
  readonly confirmed: boolean;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the address; what is no id is as if it were not there. */
export function resultsAddress(
  parameters: { readonly get: (name: string) => string | null },
  ruleIds: readonly string[],
): ResultsAddress {
  const id = (name: string) => {
    const value = parameters.get(name);
    return value !== null && UUID.test(value) ? value : null;
  };
  const rule = parameters.get("rule");
  return {
    cohortId: id("cohort"),
    timepointId: id("time"),
    comparedWith: parameters.get("with") === "none" ? "none" : id("with"),
    siteId: id("site"),
    besideRuleId: rule !== null && ruleIds.includes(rule) ? rule : null,
    confirmed: parameters.get("rebound") === "confirmed",
  };
}

/** The address of the page, under the programme's base path. */
export function resultsHref(base: string, address: Partial<ResultsAddress> = {}): string {
  const text = queryOf(address).toString();
  return `${base}/change/results${text === "" ? "" : `?${text}`}`;
}

/** Where the script for R of that page is asked for. */
export function resultsScriptHref(base: string, address: Partial<ResultsAddress> = {}): string {
  const query = queryOf(address);
  query.set("what", "results-script");
  return `${base}/releases/new?${query}`;
}

function queryOf(address: Partial<ResultsAddress>): URLSearchParams {
  const { cohortId, timepointId, comparedWith, siteId, besideRuleId, confirmed } = address;
  const query = new URLSearchParams();
  if (cohortId) query.set("cohort", cohortId);
  if (timepointId) query.set("time", timepointId);
  if (comparedWith) query.set("with", comparedWith);
  if (siteId) query.set("site", siteId);
  if (besideRuleId) query.set("rule", besideRuleId);
  if (confirmed) query.set("rebound", "confirmed");
  return query;
}

/** The page as the procedures are asked for it; they want the programme besides. */
export function resultsQuestion<RuleId extends string>(address: ResultsAddress, ruleIds: readonly RuleId[]) {
  const { cohortId, timepointId, comparedWith, siteId } = address;
  const besideRuleId = ruleIds.find((id) => id === address.besideRuleId);
  return {
    ...(cohortId === null ? {} : { cohortId }),
    ...(timepointId === null ? {} : { timepointId }),
    ...(comparedWith === null ? {} : { comparedWith }),
    ...(siteId === null ? {} : { siteId }),
    ...(besideRuleId === undefined ? {} : { besideRuleId }),
    ...(address.confirmed ? { confirmed: true } : {}),
  };
}
