import fc from "fast-check";
import { expect, it } from "vitest";
import { type ScoreLine, ScoreLines } from "./score-lines";

const person = fc.constantFrom("p1", "p2", "p3", "p4");
const line = fc.record({
  participantId: person,
  timepoint: fc.constantFrom("first", "last"),
  measure: fc.constantFrom("a", "b", "c"),
  version: fc.constantFrom("1", "2026"),
  day: fc.option(fc.integer({ min: -400, max: 4000 })),
  date: fc.option(fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })),
  score: fc.option(fc.double({ noNaN: true })),
});

it("gives back every line as it was added, person by person, also beyond the room it begins with", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (drawn, times) => {
      const store = new ScoreLines();
      const added: ScoreLine[] = [];
      for (let turn = 0; turn < times; turn += 1) {
        for (const { date, score, ...one } of drawn) {
          const own = { cohort: `of ${one.participantId}`, siteId: "s", standing: "active" };
          const missing = score === null ? "incomplete" : "";
          added.push({ ...one, ...own, score, missing, date: date?.toISOString().slice(0, 10) ?? null });
        }
      }
      for (const one of added) store.add(one);
      expect(store.size).toBe(added.length);
      const people = store.byPerson();
      expect(people.map((one) => one.person.participantId)).toEqual(
        [...new Set(added.map((one) => one.participantId))].toSorted(),
      );
      for (const one of people) {
        expect([...one.lines()]).toEqual(
          added.filter(({ participantId }) => participantId === one.person.participantId),
        );
      }
    }),
    { numRuns: 60 },
  );
});
