import type { Tx } from "@alongside/db/client";
import { personHash } from "./person-hash";

/** Those of these ids whose person was erased in the programme. */
export async function erasedAmong(
  tx: Tx,
  programmeId: string,
  participantIds: readonly string[],
): Promise<readonly string[]> {
  const byHash = new Map(participantIds.map((id) => [personHash(id), id]));
  const found = await tx.erasure.findMany({
    where: { programmeId, personHash: { in: [...byHash.keys()] } },
    select: { personHash: true },
  });
  return found.flatMap(({ personHash: hash }) => byHash.get(hash) ?? []);
}
