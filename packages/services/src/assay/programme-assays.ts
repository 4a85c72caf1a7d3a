import type { Tx } from "@alongside/db/client";
import type { Assay } from "@alongside/domain/viral-load/assay";
import { mergeAssays } from "@alongside/domain/viral-load/assay-register";
import { readStoredAssays } from "./stored-assay";

/** The published assays and the programme's own, every edition. */
export async function programmeAssays(db: Tx, programmeId: string): Promise<readonly Assay[]> {
  const rows = await db.assay.findMany({
    where: { programmeId },
    select: { content: true },
    orderBy: [{ key: "asc" }, { savedAt: "asc" }],
  });
  return mergeAssays(readStoredAssays(rows.map(({ content }) => content)));
}
