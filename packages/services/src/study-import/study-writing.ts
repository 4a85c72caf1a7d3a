import type { Tx } from "@alongside/db/client";
import type { Scope } from "../access/authorise";
import type { Context } from "../context";
import type { StudyDays } from "./study-days";
import type { StudyPlace } from "./study-place";

/** What a run writes with. */
export interface StudyWriting {
  readonly tx: Tx;
  readonly context: Context;
  readonly scope: Scope;
  readonly importId: string;
  readonly place: StudyPlace;
  readonly days: StudyDays;
  /** Earliest day of each participant, by label; empty where the file has no days. */
  readonly earliest: ReadonlyMap<string, string>;
}
