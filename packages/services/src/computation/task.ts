/** How far a computation is, in steps of its own choosing. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * A long computation that can be cut into parts, so that several threads work on it. Its result depends on the input only,
 * never on how many parts there were or which was finished first. Everything crosses threads: plain values only.
 */
export interface Task<Input, Part, Piece, Result> {
  /** Cuts the work into at most about `threads` parts of similar length. */
  parts(input: Input, threads: number): readonly Part[];
  /** How many steps the parts report in all. */
  steps(input: Input): number;
  /** Does one part, telling `report` how many steps it has done since it last told. */
  run(part: Part, report: (steps: number) => void): Piece;
  /** Puts the pieces together, in the order of the parts. */
  merge(input: Input, pieces: readonly Piece[]): Result;
}

/** What is sent to a thread. */
export interface PartMessage {
  readonly kind: string;
  readonly part: unknown;
}

/** What a thread sends back: steps done, then one piece or one failure. */
export type ThreadMessage =
  | { readonly type: "steps"; readonly steps: number }
  | { readonly type: "piece"; readonly piece: unknown }
  | { readonly type: "failed"; readonly message: string };
