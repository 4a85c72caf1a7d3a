import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addCells, mergeSites } from "./add-cells";
import { cellDelta, cellsOfPerson, type PersonScore, type PersonScores } from "./cells-of-person";

const BASELINE = "t0";
const timepointId = fc.constantFrom(BASELINE, "t1", "t2");
const value = fc.option(fc.oneof(fc.integer({ min: 0, max: 27 }), fc.double({ min: -1e9, max: 1e9, noNaN: true })));
const score = fc.record({ measure: fc.constantFrom("a/total", "b/total"), timepointId, value });
const scores = fc.uniqueArray(score, { selector: ({ measure, timepointId }) => `${measure} ${timepointId}` });
const person: fc.Arbitrary<PersonScores> = fc.record({
  siteId: fc.constantFrom("s1", "s2"),
  cohortId: fc.constantFrom("c1", "c2"),
  scores,
});
const cells = (people: readonly PersonScores[]) => addCells(people.flatMap((one) => cellsOfPerson(one, BASELINE)));

/** Every state a record passes through when scores are saved one after another, from not being there at all. */
function history(final: PersonScores, order: readonly PersonScore[]): (PersonScores | null)[] {
  return [null, ...order.map((_, index) => ({ ...final, scores: order.slice(0, index + 1) }))];
}

describe("change cells", () => {
  it("sum of the deltas of any save order is the cells of the final record", () => {
    const saved = person.chain((final) =>
      fc.tuple(fc.constant(final), fc.shuffledSubarray([...final.scores], { minLength: final.scores.length })),
    );
    fc.assert(
      fc.property(saved, ([final, order]) => {
        const states = history(final, order);
        const deltas = states.slice(1).flatMap((after, index) => cellDelta(states[index] ?? null, after, BASELINE));
        expect(addCells(deltas)).toEqual(cellsOfPerson(final, BASELINE));
      }),
    );
  });

  it("a delta leads exactly from one record to any other, moves and withdrawals included", () => {
    const state = fc.option(person);
    const of = (one: PersonScores | null) => (one ? cellsOfPerson(one, BASELINE) : []);
    fc.assert(
      fc.property(state, state, (before, after) => {
        expect(addCells([...of(before), ...cellDelta(before, after, BASELINE)])).toEqual(of(after));
        expect(cellDelta(before, before, BASELINE)).toEqual([]);
      }),
    );
  });

  it("adds people in any order and grouping to the same cells", () => {
    const people = fc.array(person, { maxLength: 8 });
    fc.assert(
      fc.property(people, people, people, (a, b, c) => {
        const whole = cells([...a, ...b, ...c]);
        expect(addCells([...cells(c), ...cells(a), ...cells(b)])).toEqual(whole);
        expect(addCells([...addCells([...cells(a), ...cells(b)]), ...cells(c)])).toEqual(whole);
        expect(mergeSites([...mergeSites(cells(a)), ...cells([...b, ...c])])).toEqual(mergeSites(whole));
      }),
    );
  });
});
