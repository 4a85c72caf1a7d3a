import path from "node:path";

/** Where the committed migrations stand. Only valid for code that runs from the source tree, not from a bundle. */
export const MIGRATIONS_DIRECTORY = path.resolve(import.meta.dirname, "../../prisma/migrations");
