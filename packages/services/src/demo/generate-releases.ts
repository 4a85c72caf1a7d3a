import type { AnonymitySummary } from "@alongside/domain/release/anonymity-summary";
import { canonicalHash } from "../canonical-hash";
import type { RandomStream } from "./random-stream";

export interface ReleasePlan {
  readonly programmeId: string;
  readonly researcherId: string;
  readonly administratorId: string;
  /** Today at its first hour. */
  readonly now: Date;
}

const HOUR_MS = 3_600_000;
const SCORES = { what: "scores", mergeSites: true, days: "offset" } as const;
/** As such a table's people would be; the sites of the demonstration are large. */
const REPORT: AnonymitySummary = {
  ...{ threshold: 5, people: 268, fewestDifferent: 6, smallestCount: null, leftOut: ["standing"] },
  levels: [
    { known: ["cohort", "site"], smallest: 15, alone: 0 },
    { known: ["cohort", "site", "forms"], smallest: 1, alone: 0.21 },
    { known: ["cohort", "site", "forms", "days"], smallest: 1, alone: 0.98 },
  ],
  sites: { treatment: "each", all: 3, small: 0 },
};

/**
 * Two releases of rows: one that a researcher took after it was approved, and one that the administrator asked for, which
 * therefore waits for somebody else. Of each, the trail it would have left.
 */
export function generateReleases(stream: RandomStream, plan: ReleasePlan) {
  const { programmeId, researcherId, administratorId, now } = plan;
  const before = (hours: number) => new Date(now.getTime() - hours * HOUR_MS);
  const release = (askedById: string, askedAt: Date, purpose: string, words: string) => {
    const id = stream.id(askedAt);
    return {
      ...{ programmeId, id, what: SCORES.what, parameters: SCORES, purpose, words, destination: "outside", askedById },
      ...{ askedAt, contentHash: canonicalHash({ id }), rows: 2140, report: REPORT, siteIds: [] },
    };
  };
  const taken = release(
    researcherId,
    before(30 * 24),
    "publication",
    "For the university's statistician, who checks the report under agreement 7.",
  );
  const waiting = release(
    administratorId,
    before(20),
    "audit-question",
    "For the ethics board, which asked how scores of both groups were missing.",
  );
  const decidedAt = before(29 * 24);
  const takenAt = before(28 * 24);
  const told = ({ id, what, purpose, destination, rows }: typeof taken) => ({
    ...{ releaseId: id, what, purpose, destination, rows },
  });
  const event = (subjectId: string, actorId: string, action: string, at: Date, of: typeof taken) => ({
    ...{ subjectId, id: stream.id(at), programmeId, actorId, at, action, detail: told(of) },
  });
  return {
    releases: [taken, waiting],
    decisions: [
      {
        ...{ programmeId, releaseId: taken.id, askedById: researcherId, decidedById: administratorId, decidedAt },
        ...{ decision: "approved", words: "The agreement covers it; the table goes over the university's own server." },
      },
    ],
    takings: [{ programmeId, releaseId: taken.id, takenAt }],
    trail: [
      event(researcherId, researcherId, "release.ask", taken.askedAt, taken),
      event(researcherId, administratorId, "release.decide", decidedAt, taken),
      event(researcherId, researcherId, "release.take", takenAt, taken),
      event(administratorId, administratorId, "release.ask", waiting.askedAt, waiting),
    ],
  };
}
