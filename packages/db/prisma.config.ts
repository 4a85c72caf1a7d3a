import path from "node:path";
import { defineConfig } from "prisma/config";

// Prisma's own schema engine is a binary fetched from outside the package registry. This stand-in runs the WASM build
// of the same engine, which is an ordinary npm package, so that generate and migrate need no network.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname, "bin/schema-engine.mjs");
process.env.CHECKPOINT_DISABLE ??= "1";

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://app:app@127.0.0.1:5432/app" },
});
