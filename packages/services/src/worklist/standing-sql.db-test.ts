import { verifyStandings } from "@alongside/db/lab-standing/rebuild";
import { makeParticipant } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { DEFAULT_LAB_SCHEDULE, nextResultDue } from "@alongside/domain/laboratory/schedule";
import { addDays } from "@alongside/domain/schedule/calendar-date";
import { categorise } from "@alongside/domain/viral-load/categorise";
import { THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { toDay } from "../calendar-date";
import { insertResults, type ResultRow } from "../lab-result/insert-results";
import { measurementOf, RESULT_JSON, type StoredResult } from "../lab-result/stored-result";
import { saveLaboratorySettings } from "../laboratory-settings/save";
import { DEFAULT_SETTINGS } from "../laboratory-settings/settings";
import { makeLaboratory } from "../testing/laboratory";
import { reasonOf } from "../testing/reason-of";
import { readWorklist } from "./read";
import { dueOn } from "./standing-sql";

const database = useTestDatabase();
const TODAY = "2026-06-15";

describe("what SQL says is due", () => {
  it("is what the domain says, by every rule, for whatever was recorded", async () => {
    const lab = await makeLaboratory(database.db);
    const { programmeId } = lab;
    const place = { programmeId, siteId: lab.plan.sites[0].id, cohortId: lab.plan.cohorts[0].id };
    // Every day of a leap year's end and all values around the thresholds: a fixed stream, so that it fails alike twice.
    let state = 20_260_615;
    const draw = (most: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % most;
    };
    const values = ["20", "50", "51", "199", "200", "201", "999", "1000", "1001", "25000"];
    const rows: ResultRow[] = [];
    const starts = [];
    for (let n = 0; n < 600; n += 1) {
      const { participant } = await makeParticipant(database.db, place);
      const { participantId } = participant;
      const startedOn = addDays(TODAY, -draw(2400));
      if (draw(8) > 0) starts.push({ participantId, programmeId, startedOn: toDay(startedOn) });
      if (draw(5) === 0) continue;
      const value = values[draw(values.length)] ?? "20";
      const shape = draw(6);
      const collectedOn = addDays(startedOn, draw(2400) - 60);
      if (collectedOn > TODAY) continue;
      const numbers =
        draw(9) === 0
          ? { value, unit: "iu-per-ml", copiesPerMl: null, derivation: null }
          : { value, unit: "copies-per-ml", copiesPerMl: Number(value), derivation: "copies@1" };
      const nothing = { value: null, unit: null, copiesPerMl: null, derivation: null };
      const reported =
        shape === 0
          ? { state: "not-detected", comparator: null, ...nothing }
          : shape === 1
            ? { state: "below-quantification", comparator: draw(2) ? "<" : "<=", ...numbers }
            : shape === 2
              ? { state: "above-upper", comparator: draw(2) ? ">" : ">=", ...numbers }
              : { state: "quantified", comparator: null, ...numbers };
      rows.push({
        ...{ participantId, id: uuidv7(), programmeId, kind: "viral-load", ...reported, quantity: null },
        ...{ lowerLimit: null, upperLimit: null, detectionLimit: null, specimen: "plasma", assayKey: "" },
        ...{ assayEdition: null, reasonForTest: "routine", rejectionCode: null, failureCode: null, collectedOn },
        ...{ receivedOn: null, testedOn: null, returnedOn: null, asPrinted: null, checks: [], entry: "import" },
        ...{ saveId: uuidv7(), importId: null, enteredById: null, enteredAt: new Date(0), contentHash: `${n}` },
        ...{ replacesId: null, reason: null, verification: "not-needed" },
      });
    }
    await database.db.$executeRaw(insertResults(rows));
    await database.db.treatmentStart.createMany({ data: starts });
    const stored = await database.db.$queryRaw<{ result: StoredResult }[]>`
      SELECT ${RESULT_JSON} AS result FROM lab_result r WHERE r.programme_id = ${programmeId}::uuid`;
    const measured = new Map(stored.map(({ result }) => [result.participantId, measurementOf(result)]));
    const started = new Map(starts.map((one) => [one.participantId, one.startedOn.toISOString().slice(0, 10)]));
    const everybody = new Set([...measured.keys(), ...started.keys()]);

    for (const [index, rule] of THRESHOLD_RULES.entries()) {
      await saveLaboratorySettings(lab.administrator, {
        ...{
          programmeId,
          basedOn: index,
          ruleId: rule.id,
          verification: "none",
          doubleEntry: index % 2 === 0,
          thirdPerson: false,
        },
        schedule: { ...DEFAULT_LAB_SCHEDULE, routineMonths: index % 2 === 0 ? [6, 12] : [3, 6, 12] },
      });
      const schedule = { ...DEFAULT_LAB_SCHEDULE, routineMonths: index % 2 === 0 ? [6, 12] : [3, 6, 12] };
      const expected: Record<"due" | "overdue", string[]> = { due: [], overdue: [] };
      for (const participantId of everybody) {
        const measurement = measured.get(participantId);
        const verdict = measurement?.kind === "viral-load" ? categorise(measurement.result, rule) : undefined;
        const facts = {
          treatmentStartedOn: started.get(participantId) ?? null,
          lastResult: measurement
            ? {
                collectedOn: measurement.result.collectedOn,
                isUnsuppressed: verdict?.kind === "category" && verdict.category === "unsuppressed",
                isUndecided:
                  verdict?.kind === "undetermined" &&
                  verdict.possible.includes("unsuppressed") &&
                  measurement.result.state !== "not-detected",
              }
            : null,
        };
        const due = nextResultDue(facts, schedule, TODAY);
        if (due.kind === "expected" && due.state !== "upcoming") {
          expected[due.state].push(`${due.on} ${participantId}`);
        }
      }
      const settings = { ...DEFAULT_SETTINGS, ruleId: rule.id, schedule };
      expect(await verifyStandings(database.db, programmeId, dueOn(settings))).toEqual([]);
      expect(expected.due.length).toBeGreaterThan(10);
      for (const list of ["due", "overdue"] as const) {
        const page = await readWorklist(lab.nurse, { programmeId, list, take: 1000 });
        if (!page.ok) throw new Error(reasonOf(page));
        const found = page.value.rows.map(({ on, participantId }) => `${on} ${participantId}`);
        expect(found, `${rule.id} ${list}`).toEqual(expected[list].toSorted());
      }
    }
  });
});
