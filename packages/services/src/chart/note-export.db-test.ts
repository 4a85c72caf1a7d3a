import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { describe, expect, it } from "vitest";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { noteChartExport } from "./note-export";

const database = useTestDatabase();
const file = { page: "outcome", format: "svg", ofPeople: true, figures: "1a2b3c" } as const;

async function traces(programmeId: string) {
  const events = await database.db.auditEvent.findMany({ where: { programmeId, action: "chart.export" } });
  return events.map(({ actorId, detail }) => ({ actorId, detail }));
}

describe("noteChartExport", () => {
  it("writes who saved which kind of chart, of which figures", async () => {
    const { programme } = await makeProgramme(database.db);
    const researcher = await signedIn(database.db, { programmeId: programme.id, role: "researcher" });
    expect(await noteChartExport(researcher, { programmeId: programme.id, ...file })).toEqual({
      ok: true,
      value: null,
    });
    expect(await traces(programme.id)).toEqual([{ actorId: researcher.actor?.userId, detail: file }]);
  });

  it("refuses whoever may not see figures, or comes without the second step, and takes no words for the trail", async () => {
    const { programme } = await makeProgramme(database.db);
    const programmeId = programme.id;
    const coordinator = await signedIn(database.db, { programmeId, role: "peer-coordinator" });
    expect(reasonOf(await noteChartExport(coordinator, { programmeId, ...file }))).toBe("forbidden:access.denied");
    const researcher = await signedIn(database.db, { programmeId, role: "researcher" });
    const guarded = { ...researcher, secondFactorRequired: true };
    expect(reasonOf(await noteChartExport(guarded, { programmeId, ...file }))).toBe(
      "forbidden:session.second-factor-needed",
    );
    const worded = { programmeId, ...file, figures: "somebody's name" };
    expect((await noteChartExport(researcher, worded)).ok).toBe(false);
    expect(await traces(programmeId)).toEqual([]);
  });
});
