import type { Tx } from "@alongside/db/client";
import { anonymitySummarySchema } from "@alongside/domain/release/anonymity-summary";
import {
  RELEASE_DECISIONS,
  RELEASE_DESTINATIONS,
  RELEASE_PURPOSES,
  type ReleaseFacts,
} from "@alongside/domain/release/release";
import { z } from "zod";
import { releaseOf } from "./release-of";

const storedSchema = z.object({
  id: z.uuid(),
  parameters: releaseOf,
  purpose: z.enum(RELEASE_PURPOSES),
  words: z.string(),
  destination: z.enum(RELEASE_DESTINATIONS),
  askedById: z.uuid(),
  askedAt: z.date(),
  contentHash: z.string(),
  rows: z.number().int(),
  report: anonymitySummarySchema,
  siteIds: z.array(z.uuid()),
  decisions: z.array(
    z.object({ decision: z.enum(RELEASE_DECISIONS), decidedById: z.uuid(), words: z.string(), decidedAt: z.date() }),
  ),
  takings: z.array(z.object({ takenAt: z.date() })),
});
/** A release as it is kept, with what was said about it and whether it was taken. */
export type StoredRelease = z.output<typeof storedSchema>;

/** Releases with what was said about them, the newest first, at most so many. A row that is none of ours is a fault: it throws. */
export async function findReleases(
  db: Tx,
  where: { readonly programmeId: string; readonly id?: string; readonly askedById?: string },
  take: number,
): Promise<readonly StoredRelease[]> {
  const rows = await db.rowRelease.findMany({
    where,
    include: { decisions: true, takings: true },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    take,
  });
  return rows.map((row) => storedSchema.parse(row));
}

/** What the state follows from. */
export function factsOf({ destination, askedAt, decisions, takings }: StoredRelease): ReleaseFacts {
  return { destination, askedAt, decision: decisions[0] ?? null, takenAt: takings[0]?.takenAt ?? null };
}
