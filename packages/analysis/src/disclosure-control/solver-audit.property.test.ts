import fc from "fast-check";
import highs from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { type ControlledTable, controlTable } from "./control-table";
import { type LinkedTable, marginsOf } from "./linked-table";
import { type NestedCount, showNestedCounts } from "./show-nested-counts";
import { boundsOf, type ShownCount } from "./shown-count";

/*
 * The attacker has a solver: of all tables of whole people that agree with everything shown, what is the least and the most
 * that a hidden number can be? For tables too large to be listed one by one, as control-table.property.test.ts does.
 */
let solver: Awaited<ReturnType<typeof highs>>;
beforeAll(async () => {
  solver = await highs();
});

/** Unknown numbers of people that add up to something between two numbers. */
interface Known {
  readonly parts: readonly number[];
  readonly low: number;
  readonly high: number;
}

const sum = (parts: readonly number[]) => parts.map((at) => `x${at}`).join(" + ");

/** Least and most that some of the unknown numbers add up to. */
function rangeOf(unknowns: number, known: readonly Known[], parts: readonly number[]): readonly [number, number] {
  const all = Array.from({ length: unknowns }, (_, at) => `x${at}`).join(" ");
  const facts = known.flatMap(({ parts: of, low, high }) =>
    low === high ? [`${sum(of)} = ${low}`] : [`${sum(of)} >= ${low}`, `${sum(of)} <= ${high}`],
  );
  const end = (direction: "Minimize" | "Maximize") => {
    const model = `${direction}\n obj: ${sum(parts)}\nSubject To\n ${facts.join("\n ")}\nGeneral\n ${all}\nEnd\n`;
    const answer = solver.solve(model, { output_flag: false });
    if (answer.Status === "Unbounded" || answer.Status === "Primal infeasible or unbounded") {
      return Number.POSITIVE_INFINITY;
    }
    if (answer.Status !== "Optimal") throw new Error(`The solver says ${answer.Status} of\n${model}`);
    return Math.round(answer.ObjectiveValue);
  };
  return [end("Minimize"), end("Maximize")];
}

/** Hidden numbers of a table that what is shown leaves fewer than k numbers to be, other than nobody. */
function leaksOf(table: LinkedTable, k: number, control: (table: LinkedTable) => ControlledTable): readonly string[] {
  const margins = marginsOf(table);
  const cells = margins.at(-1);
  if (cells === undefined) throw new Error("A table without cells");
  const membersOf = margins.map((margin) => {
    const members: number[][] = margin.counts.map(() => []);
    for (const at of cells.counts.keys()) members[margin.indexOf(cells.cellOf(at))]?.push(at);
    return members;
  });
  const shown = control(table).margins;
  const known = shown.flatMap(({ cells: controlled }, margin) =>
    controlled.flatMap((cell, at): Known[] =>
      cell.kind === "exact" ? [{ parts: membersOf[margin]?.[at] ?? [], low: cell.n, high: cell.n }] : [],
    ),
  );
  return shown.flatMap(({ over, cells: controlled }, margin) =>
    controlled.flatMap((cell, at) => {
      if (cell.kind === "exact" || known.length === 0) return [];
      const [low, high] = rangeOf(cells.counts.length, known, membersOf[margin]?.[at] ?? []);
      return high === 0 || high - low >= k ? [] : [`${low} to ${high} at ${at} over ${over.join(",")}`];
    }),
  );
}

/** Full cells with a few small ones, or a few full ones among small ones: either way totals are shown around what is not. */
const counts = (k: number, length: number) => {
  const small = fc.nat({ max: k - 1 });
  const full = fc.integer({ min: k, max: 2 * k });
  const many = fc.integer({ min: 2 * k, max: 60 });
  const of = (...kinds: readonly fc.Arbitrary<number>[]) =>
    fc.array(fc.oneof(...kinds), { minLength: length, maxLength: length });
  return fc.oneof(of(small, full, full, many), of(small, fc.constant(0), many));
};

const tables = (sizes: readonly number[], k: number, trait?: number): fc.Arbitrary<LinkedTable> => {
  const length = sizes.reduce((product, size) => product * size, 1);
  return counts(k, length)
    .map((people) => ({ sizes, counts: people, ...(trait === undefined ? {} : { trait }) }))
    .filter((table) => isWorthSolving(controlTable(table, k, "hide")));
};

/** Whether something is hidden, and at least two ways of adding it up are shown around it. */
function isWorthSolving({ margins }: ControlledTable): boolean {
  const isShown = margins.map(({ cells }) => cells[0]?.kind === "exact");
  const totals = margins.filter(({ over }, at) => over.length > 0 && isShown[at] === true);
  return totals.length >= 2 && isShown.includes(false);
}

describe("a table of people under control, against somebody with a solver", () => {
  it.each<[readonly number[], number, number, number?]>([
    [[4, 5], 5, 3],
    [[3, 6], 10, 5],
    [[3, 4, 2], 5, 3],
    [[2, 2, 2], 5, 15],
    [[2, 3, 3], 3, 5],
    [[4, 2, 2], 5, 5, 2],
  ])(
    "leaves k numbers or more for everything hidden: %j, threshold %i",
    (sizes, k, numRuns, trait) => {
      fc.assert(
        fc.property(tables(sizes, k, trait), (table) => {
          expect(leaksOf(table, k, (one) => controlTable(one, k, "hide"))).toEqual([]);
        }),
        { numRuns },
      );
    },
    180_000,
  );

  it("finds what hiding single cells without their neighbours gives away", () => {
    const table = { sizes: [4, 5], counts: [3, ...Array.from({ length: 19 }, () => 9)] };
    const naive = (one: LinkedTable): ControlledTable => ({
      method: "hide",
      margins: marginsOf(one).map(({ over, counts }) => ({
        over,
        cells: counts.map((n) => (n > 0 && n < 5 ? { kind: "hidden", below: 5 } : { kind: "exact", n })),
      })),
    });
    expect(leaksOf(table, 5, naive)).toEqual(["3 to 3 at 0 over 0,1"]);
  });
});

/** People by what there is of them at the baseline and at one follow-up; nobody is in two of these. */
const GROUPS = ["paired", "baselineThenUnscored", "baselineOnly", "followUpOnly", "unscoredOnly", "neither"] as const;
const PARTS: Readonly<Record<string, readonly number[]>> = {
  enrolled: [0, 1, 2, 3, 4, 5],
  baseline: [0, 1, 2],
  followUp: [0, 3],
  answered: [0, 1, 3, 4],
  unscored: [1, 4],
  paired: [0],
};
const DIFFERENCES: Readonly<Record<string, readonly number[]>> = {
  notAtBaseline: [3, 4, 5],
  notAtFollowUp: [1, 2, 4, 5],
  lost: [1, 2],
  newcomers: [3],
  notPaired: [1, 2, 3, 4, 5],
  notAnswered: [2, 5],
  atNeither: [4, 5],
};

function shownNested(people: readonly number[], k: number): ReadonlyMap<string, ShownCount> {
  const n = (id: string) => (PARTS[id] ?? []).reduce((total, at) => total + (people[at] ?? 0), 0);
  const derived = [
    { id: "answered", plus: ["followUp", "unscored"], minus: [] },
    { id: "pairedOrUnscored", plus: ["paired", "unscored"], minus: [] },
    { id: "baselineOrFollowUp", plus: ["baseline", "followUp"], minus: ["paired"] },
  ];
  const counts: NestedCount[] = [
    {
      id: "enrolled",
      n: n("enrolled"),
      contains: ["baseline", "followUp", "unscored", ...derived.map(({ id }) => id)],
    },
    { id: "baseline", n: n("baseline"), contains: ["paired"] },
    { id: "followUp", n: n("followUp"), contains: ["paired"] },
    { id: "unscored", n: n("unscored"), contains: [] },
    { id: "paired", n: n("paired"), contains: [] },
  ];
  return showNestedCounts(counts, derived, k);
}

describe("counts that lie inside each other, against somebody with a solver", () => {
  it.each([3, 5, 10])(
    "pin no number and no difference from 1 to k - 1, up to 200 people each (k = %i)",
    (k) => {
      const people = fc.tuple(
        ...GROUPS.map(() => fc.oneof(fc.nat({ max: k }), fc.nat({ max: 30 }), fc.nat({ max: 200 }))),
      );
      fc.assert(
        fc.property(people, (truth) => {
          const known = [...shownNested(truth, k)].map(([id, shown]) => ({
            parts: PARTS[id] ?? [],
            ...boundsOf(shown),
          }));
          const pinned = Object.entries({ ...PARTS, ...DIFFERENCES }).flatMap(([name, parts]) => {
            const value = parts.reduce((total, at) => total + (truth[at] ?? 0), 0);
            if (value < 1 || value >= k) return [];
            const [low, high] = rangeOf(GROUPS.length, known, parts);
            return low === high ? [`${name} is ${low}`] : [];
          });
          expect(pinned).toEqual([]);
        }),
        { numRuns: 100 },
      );
    },
    180_000,
  );
});
