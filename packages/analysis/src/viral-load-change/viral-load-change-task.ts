import { type ViralLoadChange, type ViralLoadChangeRequest, viralLoadChange } from "./viral-load-change";

/** The change in log10 viral load as one part of work for a thread: a likelihood over thousands of people takes seconds. */
export const VIRAL_LOAD_CHANGE = {
  steps: (): number => 1,
  parts: (request: ViralLoadChangeRequest): readonly ViralLoadChangeRequest[] => [request],
  run: (request: ViralLoadChangeRequest, report: (steps: number) => void): ViralLoadChange => {
    const found = viralLoadChange(request);
    report(1);
    return found;
  },
  /** @throws RangeError without the piece of the only part */
  merge: (_: ViralLoadChangeRequest, [piece]: readonly ViralLoadChange[]): ViralLoadChange => {
    if (piece === undefined) throw new RangeError("A part is missing");
    return piece;
  },
};
