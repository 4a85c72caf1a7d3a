import type { Db } from "@alongside/db/client";
import { demoInstrument } from "@alongside/services/demo/demo-plan";
import { uuidv7 } from "uuidv7";

export interface BenchProgramme {
  readonly programmeId: string;
  readonly siteIds: readonly [string, string, string];
  readonly cohortIds: readonly [string, string, string];
  /** Baseline first. */
  readonly timepointIds: readonly [string, string, string, string];
}

/** An empty programme with three sites, three cohorts and four timepoints, of which the person is administrator. */
export async function makeBenchProgramme(
  db: Db,
  userId: string,
  slug: string,
  instruments: readonly string[] = [],
): Promise<BenchProgramme> {
  const programmeId = uuidv7();
  await db.programme.create({ data: { id: programmeId, slug, name: `Bench ${slug}`, dataLabel: "simulated" } });
  const site = async (name: string) => (await db.site.create({ data: { id: uuidv7(), programmeId, name } })).id;
  const cohort = async (position: number) => {
    const kind = position === 2 ? "comparison" : "peer-support";
    return (await db.cohort.create({ data: { programmeId, name: `Cohort ${position}`, kind, position } })).id;
  };
  const timepoint = async (position: number) => {
    const kind = (["baseline", "end", "follow-up", "follow-up"] as const)[position] ?? "follow-up";
    const at = { code: `t${position}`, label: `t${position}`, targetDay: 90 * position, daysBefore: 7, daysAfter: 30 };
    return (await db.timepoint.create({ data: { programmeId, kind, position, ...at } })).id;
  };
  for (const [position, instrument] of instruments.entries()) {
    const { edition } = demoInstrument(instrument);
    await db.instrumentUse.create({ data: { programmeId, instrument, edition, position } });
  }
  await db.membership.create({ data: { userId, programmeId, role: "administrator" } });
  return {
    programmeId,
    siteIds: [await site("North"), await site("East"), await site("South")],
    cohortIds: [await cohort(0), await cohort(1), await cohort(2)],
    timepointIds: [await timepoint(0), await timepoint(1), await timepoint(2), await timepoint(3)],
  };
}
