import { LONG_STRIP } from "@alongside/analysis/sensitivity/long-strip";
import { VIRAL_LOAD_CHANGE } from "@alongside/analysis/viral-load-change/viral-load-change-task";

/** Every kind of long computation there is, by the name it is stored and sent under. */
export const TASKS = { sensitivity: LONG_STRIP, "results-change": VIRAL_LOAD_CHANGE } as const;
