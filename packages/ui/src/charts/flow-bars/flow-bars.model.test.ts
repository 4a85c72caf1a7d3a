import { describe, expect, it } from "vitest";
import { type FlowState, flowBars } from "./flow-bars.model";

const STATES = ["suppressed", "unsuppressed", "missing"] as const satisfies readonly FlowState[];
const exact = (n: number) => ({ kind: "exact", n }) as const;
const node = (wave: number, state: FlowState, n: number) => ({ wave, state, count: exact(n) });
const flow = (before: FlowState, after: FlowState, n: number) => ({ from: 0, before, after, count: exact(n) });
const WAVES = ["Before", "After"];
const NODES = [
  node(0, "suppressed", 20),
  node(0, "unsuppressed", 20),
  node(1, "suppressed", 30),
  node(1, "missing", 10),
];
const FLOWS = [
  flow("unsuppressed", "suppressed", 10),
  flow("unsuppressed", "missing", 10),
  flow("suppressed", "suppressed", 20),
];

describe("flowBars", () => {
  it("fills every bar with everybody, best on top", () => {
    const { nodes, states, total, times } = flowBars({ waves: WAVES, nodes: NODES, flows: FLOWS, states: STATES });
    expect(total).toBe(40);
    expect(states).toEqual(["suppressed", "unsuppressed", "missing"]);
    expect(nodes.map(({ wave, state, y, height }) => [wave, state, y, height])).toEqual([
      [0, "suppressed", 0, 50],
      [0, "unsuppressed", 50, 50],
      [1, "suppressed", 0, 75],
      [1, "missing", 75, 25],
    ]);
    expect(times.map(({ x }) => x)).toEqual([25, 75]);
  });

  it("draws ribbons that leave and enter in the order of the states, without gaps", () => {
    const { flows } = flowBars({ waves: WAVES, nodes: NODES, flows: FLOWS, states: STATES });
    expect(flows.map(({ before, after, people }) => [before, after, people])).toEqual([
      ["suppressed", "suppressed", 20],
      ["unsuppressed", "suppressed", 10],
      ["unsuppressed", "missing", 10],
    ]);
    // From the bottom of the bar before to the top half of what is left of the bar after.
    expect(flows[1]?.path).toBe("M34 50C50 50 50 50 66 50L66 75C50 75 50 75 34 75Z");
    expect(flows[2]?.path).toBe("M34 75C50 75 50 75 66 75L66 100C50 100 50 100 34 100Z");
  });

  it("is not drawn from ranges, nor for nobody; bars stay where flows are hidden", () => {
    const range = { wave: 0, state: "suppressed", count: { kind: "range", low: 1, high: 9 } } as const;
    expect(flowBars({ waves: WAVES, nodes: [range], flows: [], states: STATES })).toMatchObject({
      drawn: false,
      nodes: [],
    });
    expect(flowBars({ waves: WAVES, nodes: [], flows: [], states: STATES }).drawn).toBe(false);
    const bars = flowBars({ waves: WAVES, nodes: NODES, flows: [], states: STATES });
    expect([bars.drawn, bars.flows.length, bars.nodes.length]).toEqual([true, 0, 4]);
  });
});
