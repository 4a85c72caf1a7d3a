import type { ViralLoadChangeRequest } from "@alongside/analysis/viral-load-change/viral-load-change";
import { canonicalHash } from "../canonical-hash";
import type { LoadedRequest } from "./load-request";

/** Raised whenever the same input would give another result. */
const PROGRAM_VERSION = 2;

/**
 * What the change in log10 viral load is computed from, and the hash under which its result is found again. People are
 * numbers; the sites are part of the hash, because a result belongs to those who may see everybody it rests on.
 */
export function changeInput({ programme, loaded, rules, cohort, comparedWith, wave, siteIds }: LoadedRequest): {
  readonly input: ViralLoadChangeRequest;
  readonly hash: string;
} {
  const { data } = loaded;
  const among = new Set([cohort.id, comparedWith?.id]);
  const people = data.people.filter(({ cohortId }) => among.has(cohortId));
  const numberOf = new Map(people.map(({ participantId }, index) => [participantId, String(index)]));
  const input: ViralLoadChangeRequest = {
    data: {
      waves: data.waves,
      people: people.map((person, index) => ({ ...person, participantId: String(index) })),
      rows: data.rows.flatMap((row) => {
        const participantId = numberOf.get(row.participantId);
        return participantId === undefined ? [] : [{ ...row, participantId }];
      }),
    },
    cohortId: cohort.id,
    comparedWith: comparedWith?.id ?? null,
    wave,
    rule: rules[0],
    design: comparedWith === null ? "single-group" : "cohorts",
    threshold: programme.threshold,
  };
  return { input, hash: canonicalHash({ kind: "results-change", version: PROGRAM_VERSION, siteIds, input }) };
}
