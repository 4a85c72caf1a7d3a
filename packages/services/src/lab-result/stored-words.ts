/** How a result came in: typed alone or in a grid, from a file, or by two people from the same paper. */
export const LAB_ENTRIES = ["single", "grid", "import", "double"] as const;
export type LabEntry = (typeof LAB_ENTRIES)[number];

/** Whether a second person has to look at a result, and what they said. */
export const VERIFICATIONS = ["not-needed", "awaiting", "verified", "queried"] as const;
export type Verification = (typeof VERIFICATIONS)[number];
