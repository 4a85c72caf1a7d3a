import type { Database, ScopedDb } from "../client";
import { CONNECTIONS, type Connections } from "../pipeline/connections";
import { type Bounds, openingOf } from "./opening";
import { WHOLE } from "./whole";

/**
 * One look-up by key, asked the ordinary way: the query compiler gathers look-ups by key of one moment into a single
 * statement, whoever asks, and two scopes must not share one.
 */
const ONE_BY_ONE: Readonly<Record<string, string>> = {
  findUnique: "findFirst",
  findUniqueOrThrow: "findFirstOrThrow",
};

/**
 * The database as one programme (and the sites named) may see it: everything asked through it runs in a transaction that
 * names them, so that the policies of the tables let nothing else through. Costs nothing until it is asked. Which files
 * may use it is a rule of `.dependency-cruiser.cjs`. Throws for anything but ids.
 */
export function scopedDb(database: Database, bounds: Bounds): ScopedDb {
  const opening = openingOf(bounds);
  const connections: Connections = { ...database[CONNECTIONS], opening };
  const { asking } = connections;
  /** Begins at once, unlike what the query compiler returns, and inside the scope. */
  const ask = (method: unknown, of: object, given: readonly unknown[]) =>
    asking.run(opening, async () => await apply(method, of, given));
  return new Proxy<ScopedDb>(database[WHOLE](), {
    get(client, key) {
      if (key === CONNECTIONS) return connections;
      const found: unknown = Reflect.get(client, key);
      if (key === "$transaction")
        return (work: (tx: unknown) => unknown, options?: object) =>
          // What the work does by other clients is not part of this scope.
          ask(found, client, [(tx: unknown) => asking.run(undefined, () => work(tx)), options]);
      if (typeof found === "function") return (...given: readonly unknown[]) => ask(found, client, given);
      return typeof found === "object" && found !== null ? model(found, ask) : found;
    },
  });
}

/** A model's queries, each inside the scope. */
function model(queries: object, ask: (method: unknown, of: object, given: readonly unknown[]) => unknown): object {
  return new Proxy(queries, {
    get(of, key) {
      const instead = typeof key === "string" ? ONE_BY_ONE[key] : undefined;
      const found: unknown = Reflect.get(of, instead ?? key);
      if (typeof found !== "function") return found;
      if (instead === undefined) return (...given: readonly unknown[]) => ask(found, of, given);
      return (asked: { readonly where: object }) => ask(found, of, [{ ...asked, where: spread(asked.where) }]);
    },
  });
}

/** A key of several columns, which a look-up by key names `a_b: { a, b }`, as its columns. */
function spread(where: object): object {
  return Object.fromEntries(
    Object.entries(where).flatMap(([name, value]) => (name.includes("_") ? Object.entries(value) : [[name, value]])),
  );
}

function apply(method: unknown, of: object, given: readonly unknown[]): unknown {
  return typeof method === "function" ? Reflect.apply(method, of, given) : undefined;
}
