import { foldDeltas } from "@alongside/db/change-statistic/fold-deltas";
import { readCells } from "@alongside/db/change-statistic/read-cells";
import { verifyCells } from "@alongside/db/change-statistic/verify";
import { readOutcomeRows } from "@alongside/db/outcome/read-scores";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { saveAssessment } from "../assessment/save";
import { recordConsents } from "../consent/record";
import { changeParticipantStatus } from "../participant/change-status";
import { makeCollecting, newForm } from "../testing/collecting";
import { copies, enrolAt, makeLaboratory, saveRowsAs, viralLoadRow } from "../testing/laboratory";
import { reasonOf } from "../testing/reason-of";
import { recordWithdrawal } from "./record";

const database = useTestDatabase();
const because = { reason: "burden" } as const;
const wish = (programmeId: string, participantId: string) => ({
  ...{ programmeId, participantId, withdrawalId: uuidv7() },
  ...because,
});

describe("a withdrawal", () => {
  it("of use keeps what came until its day, refuses what comes after, and ends the enrolment", async () => {
    const collecting = await makeCollecting(database.db);
    const { programmeId, evaluator, plan } = collecting;
    const form = await newForm(collecting);
    const { participantId } = form;
    expect(reasonOf(await saveAssessment(evaluator, form))).toBe("ok");
    const use = { ...wish(programmeId, participantId), level: "use", leavesOut: false } as const;
    expect(reasonOf(await recordWithdrawal(evaluator, { ...use, fromOn: "2026-01-05" }))).toBe(
      "rule:withdrawal.data-after",
    );
    expect(reasonOf(await recordWithdrawal(evaluator, { ...use, fromOn: "2026-06-16" }))).toBe(
      "rule:withdrawal.in-future",
    );
    for (const _ of [1, 2])
      expect(reasonOf(await recordWithdrawal(evaluator, { ...use, fromOn: "2026-04-10" }))).toBe("ok");
    const end = { ...form, assessmentId: uuidv7(), timepointId: plan.timepoints[1].id };
    expect(reasonOf(await saveAssessment(evaluator, { ...end, answeredOn: "2026-04-11" }))).toBe(
      "rule:participant.withdrawn",
    );
    expect(reasonOf(await saveAssessment(evaluator, { ...end, answeredOn: "2026-04-10" }))).toBe("ok");
    const enrolment = await database.db.enrolment.findFirst({ where: { participantId, current: true } });
    expect(enrolment).toMatchObject({ status: "withdrawn", endedOn: new Date("2026-04-10") });
    const again = { programmeId, participantId, enrolmentId: uuidv7(), status: "active" } as const;
    expect(reasonOf(await changeParticipantStatus(evaluator, again))).toBe("rule:enrolment.withdrawn");
    expect(reasonOf(await recordWithdrawal(evaluator, { ...wish(programmeId, participantId), level: "none" }))).toBe(
      "ok",
    );
    expect(reasonOf(await changeParticipantStatus(evaluator, again))).toBe("ok");
  });

  it("that leaves out refuses everything, also laboratory results, and takes no consent", async () => {
    const lab = await makeLaboratory(database.db);
    const { participantId } = await enrolAt(lab);
    const { programmeId, nurse } = lab;
    const use = { ...wish(programmeId, participantId), level: "use", fromOn: "2026-06-15", leavesOut: true } as const;
    expect(reasonOf(await recordWithdrawal(nurse, use))).toBe("ok");
    const [row] = await saveRowsAs(nurse, programmeId, [viralLoadRow(participantId, copies("1000"))]);
    expect(row).toMatchObject({ outcome: "refused", issues: [{ rule: "participant.withdrawn" }] });
    const answers = [{ consentId: uuidv7(), purpose: "survey" as const, state: "given" as const, version: 0 }];
    const yes = {
      programmeId,
      participantId,
      decidedOn: "2026-06-15",
      language: "en",
      witness: "paper",
      answers,
    } as const;
    expect(reasonOf(await recordConsents(nurse, yes))).toBe("rule:consent.stepped-back");
  });

  it("keeps the sums equal to those computed anew, whoever steps back and comes back, in any order", async () => {
    const collecting = await makeCollecting(database.db);
    const { programmeId, evaluator, plan } = collecting;
    const people: string[] = [];
    for (const siteIndex of [0, 1, 0] as const) {
      const form = await newForm(collecting, { siteIndex });
      people.push(form.participantId);
      await saveAssessment(evaluator, form);
      const end = { ...form, assessmentId: uuidv7(), timepointId: plan.timepoints[1].id, answeredOn: "2026-04-05" };
      await saveAssessment(evaluator, { ...end, answers: { ...end.answers, "gad7.i1": 3 } });
    }
    const step = fc.record({
      person: fc.nat(people.length - 1),
      to: fc.constantFrom("none", "contact", "keep", "leave-out"),
      fold: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        for (const { person, to, fold } of steps) {
          const about = wish(programmeId, people[person] ?? "");
          await recordWithdrawal(
            evaluator,
            to === "keep" || to === "leave-out"
              ? { ...about, level: "use", fromOn: "2026-06-15", leavesOut: to === "leave-out" }
              : { ...about, level: to },
          );
          if (fold) await foldDeltas(database.db, programmeId);
          expect(await verifyCells(database.db, programmeId)).toEqual([]);
        }
        const left = await database.db.withdrawal.count({ where: { programmeId, current: true, leavesOut: true } });
        const rows = await readOutcomeRows(database.db, { programmeId }, "gad7/total");
        expect(rows.people).toHaveLength(people.length - left);
        expect(rows.scores).toHaveLength(2 * (people.length - left));
        const cells = await readCells(database.db, programmeId);
        const enrolled = cells.filter(({ measure }) => measure === "@enrolled").reduce((sum, { n }) => sum + n, 0);
        expect(enrolled).toBe(people.length - left);
      }),
      { numRuns: 8 },
    );
  });
});
