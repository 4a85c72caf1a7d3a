import type { Tx } from "@alongside/db/client";
import { makeParticipantCode } from "@alongside/domain/identity/participant-code";
import type { Context } from "../context";

/** Random symbols in a code; the rest are check symbols. */
const RANDOM_SYMBOLS = 6;

/** So many random participant codes that the programme does not use yet. A clash is drawn again. */
export async function drawCodes(tx: Tx, context: Context, programmeId: string, count: number): Promise<string[]> {
  const codes = new Set<string>();
  while (codes.size < count) {
    const drawn = Array.from({ length: count - codes.size }, () =>
      makeParticipantCode([...context.randomBytes(RANDOM_SYMBOLS)].map((byte) => byte % 32)),
    );
    const taken = await tx.$queryRaw<{ claim: string }[]>`
      SELECT claim FROM participant_code WHERE claim = ANY(${drawn.map((code) => `${programmeId}:${code}`)}::text[])`;
    const unusable = new Set(taken.map((row) => row.claim));
    for (const code of drawn) if (!unusable.has(`${programmeId}:${code}`)) codes.add(code);
  }
  return [...codes];
}
