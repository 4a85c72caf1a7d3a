import { LONG_STRIP } from "@alongside/analysis/sensitivity/long-strip";

/** Every kind of long computation there is, by the name it is stored and sent under. */
export const TASKS = { sensitivity: LONG_STRIP } as const;
