import type { RELEASE_KINDS, ReleaseDays } from "@alongside/domain/release/release";
import { THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import { outcomeAddress, outcomeQuestion } from "@/features/outcome/outcome-address";
import { resultsAddress, resultsQuestion } from "@/features/results/results-address";

const RULE_IDS = THRESHOLD_RULES.map(({ id }) => id);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Where somebody asks for rows. `chosen` is what was chosen on the page they come from, as its address says it. */
export function newReleaseHref(base: string, what: (typeof RELEASE_KINDS)[number], chosen?: URLSearchParams): string {
  const query = new URLSearchParams(chosen);
  query.set("what", what);
  return `${base}/releases/new?${query}`;
}

/** What a form or an address asks for, as the procedures want it; null for nothing they know. */
export function releaseOfQuery(query: { readonly get: (name: string) => string | null }) {
  switch (query.get("what")) {
    case "scores": {
      const siteId = query.get("site") ?? "";
      const days: ReleaseDays = query.get("days") === "calendar" ? "calendar" : "offset";
      const mergeSites = query.get("merge") === "on";
      return { what: "scores" as const, mergeSites, days, ...(UUID.test(siteId) ? { siteId } : {}) };
    }
    case "outcome-script": {
      const address = outcomeAddress(query);
      return address === null ? null : { what: "outcome-script" as const, ...outcomeQuestion(address) };
    }
    case "results-script":
      return {
        what: "results-script" as const,
        ...resultsQuestion(resultsAddress(query, RULE_IDS), RULE_IDS),
      };
    default:
      return null;
  }
}
