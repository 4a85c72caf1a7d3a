import type { SqlFragment } from "../sql";

/** Statements inside one transaction. */
export interface Pipeline {
  /** Sends statements in this order; answers with the rows of each. Throws when the database refuses one. */
  readonly ask: (statements: readonly SqlFragment[]) => Promise<readonly (readonly unknown[])[]>;
  /** Sends the last statements and keeps everything. Nothing may be sent after it. */
  readonly finish: (statements: readonly SqlFragment[]) => Promise<void>;
}
