import type { Transitions } from "@alongside/analysis/transitions/transitions";

export type FlowState = Transitions["nodes"][number]["state"];

export interface FlowBarsInput {
  /** Names of the times, in order. */
  readonly waves: readonly string[];
  readonly nodes: Transitions["nodes"];
  readonly flows: Transitions["flows"];
  /** From top to bottom. */
  readonly states: readonly FlowState[];
}

/** A part of a bar, in per cent of width and height from the top left. */
export interface DrawnNode {
  readonly wave: number;
  readonly state: FlowState;
  readonly people: number;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

/** A ribbon between two bars, as a path in a box of 100 by 100. */
export interface DrawnFlow {
  readonly id: string;
  readonly before: FlowState;
  readonly after: FlowState;
  readonly people: number;
  readonly path: string;
}

export interface FlowBarsModel {
  /** Only where every number is shown as it is: a bar of ranges would be a guess. */
  readonly drawn: boolean;
  readonly total: number;
  readonly nodes: readonly DrawnNode[];
  readonly flows: readonly DrawnFlow[];
  /** States that occur, from top to bottom. */
  readonly states: readonly FlowState[];
  readonly times: readonly { readonly x: number; readonly text: string }[];
}

/** Width of a bar as a share of the room of one time. */
const BAR = 0.36;

/** One bar a time, everybody in every bar, and ribbons as thick as the people who went that way. */
export function flowBars({ waves, nodes, flows, states }: FlowBarsInput): FlowBarsModel {
  const exact = nodes.every(({ count }) => count.kind === "exact");
  const peopleOf = (wave: number, state: FlowState) => {
    const count = nodes.find((node) => node.wave === wave && node.state === state)?.count;
    return count?.kind === "exact" ? count.n : 0;
  };
  const total = Math.max(0, ...waves.map((_, wave) => states.reduce((sum, state) => sum + peopleOf(wave, state), 0)));
  const used = states.filter((state) => nodes.some((node) => node.state === state));
  const times = waves.map((text, wave) => ({ x: (100 * (wave + 0.5)) / waves.length, text }));
  if (!exact || total === 0) return { drawn: false, total, nodes: [], flows: [], states: used, times };
  const room = 100 / waves.length;
  const drawnNodes = waves.flatMap((_, wave) => {
    let top = 0;
    return used.flatMap((state): DrawnNode[] => {
      const people = peopleOf(wave, state);
      if (people === 0) return [];
      const height = (100 * people) / total;
      const y = top;
      top += height;
      return [{ wave, state, people, x: room * (wave + (1 - BAR) / 2), width: room * BAR, y, height }];
    });
  });
  return { drawn: true, total, nodes: drawnNodes, flows: ribbons(drawnNodes, flows, used, total), states: used, times };
}

/** Ribbons leave and enter bars in the order of the states, so that they cross as little as they can. */
function ribbons(
  nodes: readonly DrawnNode[],
  flows: FlowBarsInput["flows"],
  states: readonly FlowState[],
  total: number,
): readonly DrawnFlow[] {
  const left = new Map<string, number>();
  const right = new Map<string, number>();
  const order = (state: FlowState) => states.indexOf(state);
  const sorted = flows.toSorted(
    (a, b) => a.from - b.from || order(a.before) - order(b.before) || order(a.after) - order(b.after),
  );
  return sorted.flatMap(({ from, before, after, count }): DrawnFlow[] => {
    const start = nodes.find((node) => node.wave === from && node.state === before);
    const end = nodes.find((node) => node.wave === from + 1 && node.state === after);
    if (start === undefined || end === undefined || count.kind !== "exact") return [];
    const thick = (100 * count.n) / total;
    const y1 = start.y + take(left, `${from} ${before}`, thick);
    const y2 = end.y + take(right, `${from} ${after}`, thick);
    const [x1, x2] = [start.x + start.width, end.x];
    const middle = (x1 + x2) / 2;
    const path = [
      `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`,
      `L${x2} ${y2 + thick}C${middle} ${y2 + thick} ${middle} ${y1 + thick} ${x1} ${y1 + thick}Z`,
    ].join("");
    return [{ id: `${from} ${before} ${after}`, before, after, people: count.n, path }];
  });
}

/** How far down a bar the next ribbon begins; moves it on. */
function take(places: Map<string, number>, key: string, thick: number): number {
  const place = places.get(key) ?? 0;
  places.set(key, place + thick);
  return place;
}
