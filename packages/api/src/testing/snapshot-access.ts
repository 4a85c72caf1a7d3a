import { randomUUID } from "node:crypto";
import { canonicalHash } from "@alongside/services/canonical-hash";
import { type AccessTable, plain, thing } from "./access-entry";
import type { Place } from "./place";

const programme = ({ programmeId }: Place) => ({ programmeId });

/** A data set of this place that was frozen when there was nobody in it, and released. */
async function snapshotAt({ db, programmeId }: Place): Promise<string> {
  const id = randomUUID();
  const definition = {
    ...{ dataLabel: null, suppressionThreshold: 5, timeZone: "Africa/Nairobi", plan: null, enrolledShown: null },
    ...{ sites: [], cohorts: [], timepoints: [], instrumentUses: [], measures: [], definitions: [] },
  };
  const counts = { people: 0, forms: 0, scores: 0 };
  const contentHash = canonicalHash({ definition, counts });
  await db.snapshot.create({
    data: {
      ...{ programmeId, id, name: `Snapshot ${id}`, definition, counts, dataHash: contentHash, contentHash },
      ...{ released: true, takenById: randomUUID(), takenAt: new Date("2026-01-05T00:00:00Z") },
    },
  });
  return id;
}

/** The entries of data sets that were frozen. */
export const SNAPSHOT_ACCESS: Pick<AccessTable, "snapshot"> = {
  snapshot: {
    compare: {
      verb: "snapshot.read",
      ...thing,
      input: async (place) => ({
        programmeId: place.programmeId,
        ...{ first: await snapshotAt(place), second: await snapshotAt(place) },
      }),
    },
    list: { verb: "snapshot.read", ...plain, input: programme },
    read: {
      verb: "snapshot.read",
      ...thing,
      input: async (place) => ({ programmeId: place.programmeId, snapshotId: await snapshotAt(place) }),
    },
    take: {
      verb: "snapshot.take",
      ...plain,
      input: ({ programmeId }) => ({
        ...{ programmeId, snapshotId: randomUUID() },
        name: `Snapshot ${randomUUID().slice(0, 8)}`,
      }),
    },
  },
};
