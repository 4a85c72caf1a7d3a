import type { LabKind } from "@alongside/domain/laboratory/kinds";
import fc from "fast-check";
import { expect, it } from "vitest";
import { labProgramme } from "../lab-result/lab-programme";
import type { LabPerson } from "../lab-result/read-people";
import type { StoredResult } from "../lab-result/stored-result";
import { FileClaims } from "./file-claims";
import { type FileRowOutcome, judgeFileRow, resultIdOf } from "./judge-file-row";
import { ResultsByDay } from "./results-by-day";

const PROGRAMME = labProgramme(
  { timeZone: "Africa/Nairobi", settings: null, assays: [], timepoints: [] },
  new Date("2026-11-20T12:00:00Z"),
);
const ANN: LabPerson = {
  ...{ participantId: "ann", code: "ANN", siteId: "north", enrolledOn: "2026-01-05", endedOn: null },
  ...{ treatmentStartedOn: "2026-01-02", results: [], sameIds: [] },
};
const ABBOTT = { key: "abbott-realtime-plasma-600", edition: "1" };
const assays = PROGRAMME.assays.filter(({ specimen }) => specimen === "plasma").slice(0, 3);

const viralLoad = fc
  .record({
    day: fc.integer({ min: 1, max: 6 }),
    assay: fc.constantFrom(null, ABBOTT, ...assays.map(({ key, edition }) => ({ key, edition }))),
    specimen: fc.constantFrom("plasma", "plasma", "dried-blood-spot"),
    said: fc.constantFrom(
      ...["60", "600", "90000"].map((value) => ({
        state: "quantified",
        value,
        unit: "copies-per-ml",
        comparator: null,
      })),
      ...[{ state: "not-detected" }, { state: "pending" }, { state: "rejected", rejectionCode: "no-request" }],
      { state: "failed", failureCode: "other" },
    ),
  })
  .map(({ day, assay, specimen, said }) => ({
    labKind: "viral-load" as LabKind,
    measurement: {
      ...{ ...said, specimen, assay, reason: "routine", collectedOn: `2026-05-0${day}`, asPrinted: null },
      ...{ receivedOn: null, testedOn: null, returnedOn: null, lowerLimitCopiesPerMl: null },
      ...{ upperLimitCopiesPerMl: null, detectionLimitCopiesPerMl: null },
    },
  }));
const quantity = fc
  .record({ day: fc.integer({ min: 1, max: 3 }), value: fc.constantFrom("200", "350") })
  .map(({ day, value }) => ({
    labKind: "cd4-count" as LabKind,
    measurement: {
      ...{ state: "quantified", value, comparator: null, collectedOn: `2026-05-0${day}`, asPrinted: null },
      ...{ receivedOn: null, testedOn: null, returnedOn: null },
    },
  }));
const file = fc.record({
  corrects: fc.boolean(),
  rows: fc.array(fc.oneof({ arbitrary: viralLoad, weight: 4 }, quantity), { maxLength: 15 }),
});

/** A row that was accepted, as it is found later. */
function found({ accepted }: FileRowOutcome, id: string, at: number): StoredResult | null {
  if (accepted === null) return null;
  const { columns, checks, contentHash, verification, replaces } = accepted.judged;
  const { derivation: _derivation, ...said } = columns;
  return {
    ...{ ...said, resultId: id, participantId: "ann", checks, contentHash, verification },
    ...{ replacesId: replaces?.resultId ?? null, reason: replaces?.reason ?? null, current: true, undoneAt: null },
    ...{ entry: "import", saveId: "file", enteredById: null, enteredAt: new Date(at).toISOString() },
  };
}

it("judges every row by the results beside it as by all of them", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(file, { minLength: 1, maxLength: 4 }), (files) => {
      let everything: readonly StoredResult[] = [];
      let at = 0;
      for (const { corrects, rows } of files) {
        // As the database gives them: the newest day first, and of one day what was entered last.
        const stored = everything.toSorted((a, b) =>
          a.collectedOn < b.collectedOn ? 1 : a.collectedOn > b.collectedOn ? -1 : 0,
        );
        const byDay = new ResultsByDay(stored);
        everything = stored;
        const one = { corrects, programme: PROGRAMME, claims: new FileClaims() };
        const other = { ...one, claims: new FileClaims() };
        for (const content of rows) {
          at += 1;
          const about = { participantId: "ann", content: { kind: "measurement" as const, ...content } };
          const row = { ...about, siteId: null, resultId: resultIdOf("laboratory", about) };
          const known = everything.some(({ resultId }) => resultId === row.resultId) ? "current" : null;
          const all = everything;
          const expected = judgeFileRow(row, { person: ANN, results: { near: () => all } }, known, one);
          const outcome = judgeFileRow(row, { person: ANN, results: byDay }, known, other);
          expect(outcome).toEqual(expected);
          const key = `${outcome.outcome} ${outcome.rule} ${outcome.accepted?.judged.checks.map(({ check }) => check)}`;
          seen.set(key, (seen.get(key) ?? 0) + 1);
          const result = found(expected, row.resultId, at);
          if (result === null) continue;
          everything = [result, ...everything.filter(({ resultId }) => resultId !== result.replacesId)];
          byDay.add(result);
        }
      }
    }),
    { numRuns: 300 },
  );
  const kinds = [...seen.keys()];
  for (const what of ["new", "same", "changed", "conflict", "jump", "assay-switch"]) {
    expect(
      kinds.some((kind) => kind.includes(what)),
      what,
    ).toBe(true);
  }
});
