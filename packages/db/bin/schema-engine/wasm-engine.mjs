import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { migrationAwareFactory } from "./postgres-adapter.mjs";

const require = createRequire(import.meta.url);

/** Instantiates the WASM build of the engine. The npm package leaves this step to its user. */
async function instantiate() {
  // The engine reports a panic through this global before it traps.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    message: "",
    get() {
      return this.message;
    },
    set_message(text) {
      this.message = `RuntimeError: ${text}`;
    },
  };
  const glue = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bindings = await import(glue);
  const bytes = readFileSync(path.join(path.dirname(glue), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}

/**
 * One engine for one database. Nothing connects until a command needs to.
 * @param {{ url: string, datamodels: readonly string[], log: (message: string) => void }} options
 */
export async function openEngine({ url, datamodels, log }) {
  const bindings = await instantiate();
  const files = datamodels.map((file) => [file, readFileSync(file, "utf8")]);
  const factory = bindMigrationAwareSqlAdapterFactory(migrationAwareFactory(url));
  return bindings.SchemaEngine.new({ datamodels: files.length > 0 ? files : undefined }, log, factory);
}
