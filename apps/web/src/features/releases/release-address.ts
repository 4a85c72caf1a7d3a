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
    case "scores":
      return { what: "scores" as const, ...scoresOfQuery(query) };
    case "data-package": {
      const language = query.get("language") === "zh" ? ("zh" as const) : ("en" as const);
      return { what: "data-package" as const, language, ...scoresOfQuery(query) };
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

function scoresOfQuery(query: { readonly get: (name: string) => string | null }) {
  const [siteId, snapshotId] = [query.get("site") ?? "", query.get("snapshot") ?? ""];
  const days: ReleaseDays = query.get("days") === "calendar" ? "calendar" : "offset";
  return {
    ...{ mergeSites: query.get("merge") === "on", days },
    ...(UUID.test(siteId) ? { siteId } : {}),
    ...(UUID.test(snapshotId) ? { snapshotId } : {}),
  };
}
