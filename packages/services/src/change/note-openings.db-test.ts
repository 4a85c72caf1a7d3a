import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { beforeAll, expect, it } from "vitest";
import type { Context } from "../context";
import { recordScores } from "../testing/record-scores";
import { signedIn } from "../testing/test-context";
import { exportChange } from "./export";
import { firstOpening } from "./note-openings";
import { readChange } from "./read";

const database = useTestDatabase();
const measure = "measure/calm";
const FIRST = new Date("2026-05-01T08:00:00Z");
const LATER = new Date("2026-05-02T08:00:00Z");
let programmeId: string;
let ends: readonly [string, string];
let plan: Awaited<ReturnType<typeof makeProgramme>>;
let researcher: Context;

beforeAll(async () => {
  plan = await makeProgramme(database.db);
  programmeId = plan.programme.id;
  ends = [plan.timepoints[1].id, plan.timepoints[2].id];
  const measureRow = {
    programmeId,
    code: "calm",
    label: "Calm",
    domain: "outcome.psychological",
    improvement: "increase",
  };
  await database.db.programmeMeasure.create({ data: measureRow });
  researcher = await signedIn(database.db, { programmeId, role: "researcher" }, FIRST);
});

const opened = (timepointId: string) => firstOpening(database.db, programmeId, { measure, timepointId });
const at = (now: Date): Context => ({ ...researcher, now: () => now });

it("writes down nothing while there is nothing to see, then the first look and no other", async () => {
  await recordScores(database.db, plan, measure, [{ cohort: 0, site: 0, rows: [[1, 2]] }]);
  await readChange(at(FIRST), { programmeId });
  expect(await opened(ends[0])).toBeNull();

  const rows = Array.from({ length: 10 }, (_, i) => [i, (i * 3) % 7]);
  await recordScores(database.db, plan, measure, [{ cohort: 1, site: 0, rows }]);
  await exportChange(at(LATER), { programmeId, language: "en" });
  expect(await opened(ends[0])).toEqual(LATER);
  await readChange(at(new Date("2026-05-09T08:00:00Z")), { programmeId });
  expect(await opened(ends[0])).toEqual(LATER);
  expect(await opened(ends[1])).toBeNull();
  const [row] = await database.db.outcomeOpening.findMany({ where: { programmeId } });
  expect(row?.openedById).toBe(researcher.actor?.userId);
});
