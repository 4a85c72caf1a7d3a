import type { Tx } from "@alongside/db/client";
import { rolesOf } from "@alongside/db/scope/roles-of";

export interface ServedProgramme {
  readonly programmeId: string;
  /** False for simulated and published data: having a look at those must not put an account out of reach. */
  readonly real: boolean;
}

/** The programmes in which a person has a role. */
export async function programmesServed(tx: Tx, userId: string): Promise<readonly ServedProgramme[]> {
  const held = await rolesOf(tx, userId);
  return held.map(({ programmeId, dataLabel }) => ({ programmeId, real: dataLabel === null }));
}
