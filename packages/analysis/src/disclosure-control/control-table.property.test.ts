import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ControlMethod, controlTable } from "./control-table";
import { type LinkedTable, marginsOf } from "./linked-table";

/** Every table of a shape with so many people. */
function* tablesOf(cells: number, people: number): Generator<number[]> {
  if (cells === 1) {
    yield [people];
    return;
  }
  for (let n = 0; n <= people; n += 1) for (const rest of tablesOf(cells - 1, people - n)) yield [n, ...rest];
}

/**
 * The attacker knows the rule and everything that is shown: of all tables that would be shown alike, is there a number from
 * 1 to k - 1, in a cell or a total, that all of them share? Returns what gave it away.
 */
function recovered(
  sizes: readonly number[],
  people: number,
  k: number,
  method: ControlMethod,
  trait?: number,
): string[] {
  const alike = new Map<string, { first: number[]; same: boolean[] }>();
  for (let n = 0; n <= people; n += 1) {
    for (const counts of tablesOf(
      sizes.reduce((a, b) => a * b, 1),
      n,
    )) {
      const table: LinkedTable = { sizes, counts, ...(trait === undefined ? {} : { trait }) };
      const all = marginsOf(table).flatMap((margin) => margin.counts);
      const shown = JSON.stringify(controlTable(table, k, method));
      const group = alike.get(shown);
      if (group === undefined) alike.set(shown, { first: all, same: all.map(() => true) });
      else for (const [at, value] of all.entries()) if (value !== group.first[at]) group.same[at] = false;
    }
  }
  return [...alike].flatMap(([shown, { first, same }]) =>
    // Rounded, a table may be like one of more people than were listed; those at the edge of the list are left out.
    (method === "hide" || (first[0] ?? 0) <= people - 4 ? first : []).flatMap((n, at) =>
      same[at] === true && n > 0 && n < k ? [`${n} at ${at} of ${first.join(" ")}: ${shown}`] : [],
    ),
  );
}

/** Groups under 20 of which everybody or nobody has the trait, that follow although their cells are hidden. */
function homogeneous(sizes: readonly [number, number], people: number, k: number): string[] {
  const alike = new Map<string, { first: number[]; same: boolean[] }>();
  for (let n = 0; n <= people; n += 1) {
    for (const counts of tablesOf(sizes[0] * sizes[1], n)) {
      const shown = JSON.stringify(controlTable({ sizes, counts, trait: 1 }, k, "hide"));
      const group = alike.get(shown);
      if (group === undefined) alike.set(shown, { first: counts, same: counts.map(() => true) });
      else for (const [at, value] of counts.entries()) if (value !== group.first[at]) group.same[at] = false;
    }
  }
  const betrayed = [...alike].filter(([, { first, same }]) => {
    const rows = Array.from({ length: sizes[0] }, (_, row) => row);
    return rows.some((row) => {
      const at = Array.from({ length: sizes[1] }, (_, column) => row * sizes[1] + column);
      const total = at.reduce((sum, one) => sum + (first[one] ?? 0), 0);
      const known = at.every((one) => same[one]);
      const whole = at.some((one) => first[one] === total);
      return known && whole && total > 0 && total < 20;
    });
  });
  return betrayed.map(([shown, { first }]) => `${first.join(" ")}: ${shown}`);
}

const SMALL_TABLES = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 12 }))
  .chain(([sizes, threshold]) => {
    const cells = sizes.reduce((a, b) => a * b, 1);
    const counts = fc.array(fc.oneof(fc.nat({ max: 8 }), fc.nat({ max: 60 })), { minLength: cells, maxLength: cells });
    return counts.map((found) => ({ sizes, counts: found, threshold }));
  });

describe("a table of people under control, against somebody who knows the rule", () => {
  it.each<[readonly number[], number, number, number?]>([
    [[2, 2], 16, 3],
    [[2, 2], 22, 5],
    [[2, 2], 22, 5, 1],
    [[2, 3], 12, 3],
    [[2, 3], 12, 4, 1],
    [[3, 3], 9, 3],
    [[2, 2, 2], 8, 3],
    [[4], 14, 5],
  ])("gives away no small number: %j, up to %i people, threshold %i", (sizes, people, k, trait) => {
    expect(recovered(sizes, people, k, "hide", trait)).toEqual([]);
  });

  it("gives away no small group that is all or nothing of a trait", () => {
    expect(homogeneous([2, 2], 22, 3)).toEqual([]);
    expect(homogeneous([2, 2], 24, 5)).toEqual([]);
  });

  it("rounded: leaves every number from 1 to 7 open, and every other within 2", () => {
    expect(recovered([2, 2], 20, 8, "round-to-5")).toEqual([]);
  });
});

describe("a table of people under control", () => {
  it("changes no number that it shows, and shows none that is small", () => {
    fc.assert(
      fc.property(SMALL_TABLES, ({ threshold, ...table }) => {
        const truth = marginsOf(table);
        controlTable(table, threshold, "hide").margins.forEach((margin, at) => {
          margin.cells.forEach((cell, index) => {
            if (cell.kind !== "exact") return;
            expect(cell.n).toBe(truth[at]?.counts[index]);
            if (threshold > 1) expect(cell.n === 0 || cell.n >= Math.max(3, threshold)).toBe(true);
          });
        });
      }),
    );
  });

  it("comes out the same in whichever order classes stand", () => {
    fc.assert(
      fc.property(SMALL_TABLES, ({ threshold, sizes, counts }) => {
        const before = controlTable({ sizes, counts }, threshold, "hide");
        // Turning every classification round turns the innermost cells round.
        const after = controlTable({ sizes, counts: counts.toReversed() }, threshold, "hide");
        expect(after.margins.map(({ cells }) => cells)).toEqual(before.margins.map(({ cells }) => cells.toReversed()));
      }),
    );
  });

  it("stays as it is when what it shows is put under control again", () => {
    fc.assert(
      fc.property(SMALL_TABLES, ({ threshold, sizes, counts }) => {
        for (const margin of controlTable({ sizes, counts }, threshold, "hide").margins) {
          const shown = margin.cells.flatMap((cell) => (cell.kind === "exact" ? [cell.n] : []));
          if (shown.length === 0 || margin.over.length === 0) continue;
          const again = controlTable(
            { sizes: margin.over.map((at) => sizes[at] ?? 1), counts: shown },
            threshold,
            "hide",
          );
          expect(again.margins.at(-1)?.cells).toEqual(margin.cells);
        }
      }),
    );
  });
});
