import type { Figure } from "./figure";
import { ONE_GROUP } from "./simulated-studies/one-group";
import { SEVERAL_GROUPS } from "./simulated-studies/several-groups";
import { type Simulation, simulate } from "./simulated-studies/study";

/** 95 % intervals are to hold the truth in between so many of a hundred studies. */
const FEWEST = 93.5;
const MOST = 96.5;
/** A test at 5 % may reject more often than that by chance of the simulation only. */
const NOMINAL = 5;
const MONTE_CARLO_ERRORS = 3;

/**
 * How often 95 % intervals hold the truth, and tests at 5 % reject what is true, in simulated studies with seeded random
 * numbers. Takes minutes, so it runs only when asked for by name.
 */
export async function coverageBench(): Promise<readonly Figure[]> {
  return [...ONE_GROUP, ...SEVERAL_GROUPS].flatMap((simulation) => {
    console.log(`    ${simulation.name}`);
    return figuresOf(simulation);
  });
}

function figuresOf(simulation: Simulation): readonly Figure[] {
  const { share, monteCarloError, studies, without } = simulate(simulation);
  const what = `${simulation.name}, ${studies.toLocaleString("en")} studies`;
  const value = 100 * share;
  const base = { bench: "coverage", what, value, unit: "%" };
  const none =
    without === 0 ? [] : [{ bench: "coverage", what: "  studies without an answer", value: without, unit: "" }];
  if (simulation.kind === "error") {
    const most = NOMINAL + MONTE_CARLO_ERRORS * 100 * monteCarloError;
    return [{ ...base, aim: { comparison: "at-most", value: most } }, ...none];
  }
  // One figure, two aims: it is held to the nearer end.
  const aim =
    value < (FEWEST + MOST) / 2
      ? ({ comparison: "at-least", value: FEWEST } as const)
      : ({ comparison: "at-most", value: MOST } as const);
  return [{ ...base, aim }, ...none];
}
