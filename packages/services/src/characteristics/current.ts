import type { Tx } from "@alongside/db/client";
import { type Characteristics, characteristicsSchema } from "@alongside/domain/characteristics/characteristics";

export interface CurrentCharacteristics {
  readonly recordId: string;
  readonly characteristics: Characteristics;
}

/** Who somebody is, as it was recorded last; null where nothing was. */
export async function currentCharacteristics(db: Tx, participantId: string): Promise<CurrentCharacteristics | null> {
  const row = await db.participantCharacteristics.findFirst({
    where: { participantId, current: true },
    select: { id: true, age: true, gender: true, keyPopulations: true },
  });
  if (row === null) return null;
  const { id, ...all } = row;
  return { recordId: id, characteristics: characteristicsSchema.parse(all) };
}
