/** Calls in one request: a screen makes a handful. */
export const LARGEST_BATCH = 20;
