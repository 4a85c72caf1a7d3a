import { randomUUID } from "node:crypto";
import { type AccessTable, plain } from "./access-entry";
import type { Place } from "./place";

const SCORES = { mergeSites: true, days: "offset" } as const;
/** Nobody of the place has two scores, so there are no rows to take out. */
const nothing = { ...plain, letIn: "row-release.nothing" } as const;
const one = ({ programmeId }: Place) => ({ programmeId, releaseId: randomUUID() });

/** The entries of rows that leave. */
export const RELEASE_ACCESS: Pick<AccessTable, "release"> = {
  release: {
    ask: {
      verb: "release.ask",
      ...nothing,
      input: (place) => {
        const why = { purpose: "data-check", words: "", destination: "inside" } as const;
        return { ...one(place), of: { what: "scores", ...SCORES } as const, ...why };
      },
    },
    decide: {
      verb: "release.decide",
      ...plain,
      input: (place) => ({ ...one(place), decision: "refused", words: "Not agreed" }),
      letIn: "row-release.none",
    },
    list: { verb: "release.list", ...plain, input: ({ programmeId }) => ({ programmeId }) },
    preview: {
      verb: "release.ask",
      ...nothing,
      input: ({ programmeId }) => ({ programmeId, ...SCORES, destination: "inside" }),
    },
    take: { verb: "release.take", ...plain, input: one, letIn: "row-release.none" },
  },
};
