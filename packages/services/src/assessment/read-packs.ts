import type { Tx } from "@alongside/db/client";
import { parseWordingPack, type WordingPack } from "@alongside/domain/instruments/wording-pack";

/** The wording a programme has loaded; of one instrument edition when named. What cannot be read back is left out. */
export async function readPacks(
  tx: Tx,
  where: { readonly programmeId: string; readonly instrument?: string; readonly edition?: string },
): Promise<readonly WordingPack[]> {
  const rows = await tx.wordingPack.findMany({
    where,
    select: { instrument: true, edition: true, language: true, content: true },
  });
  return rows.flatMap(({ content, ...key }) => {
    if (typeof content !== "object" || content === null || Array.isArray(content)) return [];
    const pack = parseWordingPack({ ...content, ...key });
    return pack.ok ? [pack.value] : [];
  });
}
