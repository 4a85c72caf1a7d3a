/** A part of the script: it computes the figures whose names begin with its own. */
export interface RSection {
  /** The part of a figure's name before the first dot. */
  readonly name: string;
  readonly title: string;
  /** Code in base R; stores each figure with `figure(name, value)`. */
  readonly code: string;
}
