import fc from "fast-check";
import { expect, test } from "vitest";
import { backupsGoneBy } from "./gone-by";
import type { Retention } from "./read-retention";
import { backupsToDelete } from "./retention";

const DAY_MS = 86_400_000;
const keeps = fc.record({ daily: fc.nat(9), weekly: fc.nat(6), monthly: fc.nat(4) });

/** How many backups from before are left each day, from the day after to the one named; one is made every day. */
function leftEachDay(erased: Date, keep: Retention, to: Date): readonly number[] {
  const midnight = Math.floor(erased.getTime() / DAY_MS) * DAY_MS;
  let kept = [...Array.from({ length: 180 }, (_, i) => new Date(midnight - i * DAY_MS)), erased];
  const left: number[] = [];
  for (let day = midnight + DAY_MS; day <= to.getTime(); day += DAY_MS) {
    kept.push(new Date(day));
    const gone = new Set(backupsToDelete(kept, keep));
    kept = kept.filter((one) => !gone.has(one));
    left.push(kept.filter((one) => one <= erased).length);
  }
  return left;
}

test("with a backup every day, none from before is left on that day", () => {
  const dates = fc.date({ min: new Date("2026-01-01"), max: new Date("2028-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(dates, keeps, (erased, keep) => {
      expect(leftEachDay(erased, keep, backupsGoneBy(erased, keep)).at(-1)).toBe(0);
    }),
  );
});

test("no earlier day could be told: on a Sunday at the end of a month, one is left until the day before", () => {
  fc.assert(
    fc.property(keeps, (keep) => {
      const erased = new Date("2026-05-31T10:00:00Z");
      expect(leftEachDay(erased, keep, backupsGoneBy(erased, keep)).slice(0, -1)).not.toContain(0);
    }),
  );
});

test("with a week of days, four weeks and twelve months, somebody erased in November is gone in November", () => {
  const keep = { daily: 7, weekly: 4, monthly: 12 };
  expect(backupsGoneBy(new Date("2026-11-23T10:00:00Z"), keep)).toEqual(new Date("2027-11-01T00:00:00Z"));
  expect(backupsGoneBy(new Date("2026-11-23T10:00:00Z"), { ...keep, monthly: 0 })).toEqual(new Date("2026-12-21"));
});
