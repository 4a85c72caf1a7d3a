import type { Tx } from "@alongside/db/client";

export interface ServedProgramme {
  readonly programmeId: string;
  /** False for simulated and published data: having a look at those must not put an account out of reach. */
  readonly real: boolean;
}

/** The programmes in which a person has a role. */
export async function programmesServed(tx: Tx, userId: string): Promise<readonly ServedProgramme[]> {
  const found = await tx.membership.findMany({
    where: { userId },
    select: { programmeId: true, programme: { select: { dataLabel: true } } },
  });
  return found.map(({ programmeId, programme }) => ({ programmeId, real: programme.dataLabel === null }));
}
