import path from "node:path";

/** The folder that holds pnpm-workspace.yaml. */
export const REPOSITORY_ROOT = path.resolve(import.meta.dirname, "../../..");
