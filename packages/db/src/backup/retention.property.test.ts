import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backupsToDelete } from "./retention";

const day = (text: string) => new Date(`${text}T02:30:00Z`);
const moment = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
const moments = fc.uniqueArray(moment, { maxLength: 40, selector: (one) => one.getTime() });
const keep = fc.record({ daily: fc.nat(10), weekly: fc.nat(6), monthly: fc.nat(14) });
const SEVEN_FOUR_TWELVE = { daily: 7, weekly: 4, monthly: 12 };

/** What is left after backups every day, each followed by a clean-up. */
function afterDays(days: number, kept = SEVEN_FOUR_TWELVE): readonly string[] {
  let there: Date[] = [];
  for (let n = 0; n < days; n += 1) {
    there.push(new Date(day("2026-01-01").getTime() + n * 86_400_000));
    const gone = new Set(backupsToDelete(there, kept));
    there = there.filter((one) => !gone.has(one));
  }
  return there.map((one) => one.toISOString().slice(0, 10));
}

describe("what retention lets go", () => {
  it("is never the newest, even when nothing is to be kept", () => {
    fc.assert(
      fc.property(moments, keep, (taken, counts) => {
        const newest = [...taken].sort((a, b) => b.getTime() - a.getTime())[0];
        expect(backupsToDelete(taken, counts)).not.toContainEqual(newest);
      }),
    );
    expect(backupsToDelete([day("2026-03-01")], { daily: 0, weekly: 0, monthly: 0 })).toEqual([]);
  });

  it("is everything but so many of each kind, and nothing when done twice", () => {
    fc.assert(
      fc.property(moments, keep, (taken, counts) => {
        const gone = new Set(backupsToDelete(taken, counts));
        const left = taken.filter((one) => !gone.has(one));
        expect(left.length).toBeLessThanOrEqual(Math.max(1, counts.daily + counts.weekly + counts.monthly));
        expect(backupsToDelete(left, counts)).toEqual([]);
      }),
    );
  });

  it("does not depend on the order of the list", () => {
    fc.assert(
      fc.property(moments, keep, (taken, counts) => {
        expect(backupsToDelete([...taken].reverse(), counts)).toEqual(backupsToDelete(taken, counts));
      }),
    );
  });
});

describe("a backup every day from 1 January 2026", () => {
  it("leaves, after 60 days, seven days, four weeks and the ends of the months", () => {
    // 1 March is a Sunday: the week of 23 February is still going.
    expect(afterDays(60)).toEqual([
      ...["2026-01-31", "2026-02-08", "2026-02-15", "2026-02-22", "2026-02-23", "2026-02-24", "2026-02-25"],
      ...["2026-02-26", "2026-02-27", "2026-02-28", "2026-03-01"],
    ]);
  });

  it("still has a year of months after two years", () => {
    const left = afterDays(731);
    expect(new Set(left.map((one) => one.slice(0, 7))).size).toBe(12);
    expect(left.length).toBeGreaterThanOrEqual(18);
    expect(left.length).toBeLessThanOrEqual(23);
  });
});
