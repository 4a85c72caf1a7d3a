import { describe, expect, test } from "vitest";
import { databaseRefusal, isUniqueRefusal } from "./errors";

/** An error as the client throws it, with the driver's part given. */
function thrown(code: string, cause: object) {
  return Object.assign(new Error("refused"), { code, meta: { driverAdapterError: { cause } } });
}

describe("databaseRefusal", () => {
  test("a unique index on a plain server", () => {
    const error = thrown("P2002", {
      originalCode: "23505",
      originalMessage: 'duplicate key value violates unique constraint "programme_slug_key"',
      constraint: { index: "programme_slug_key" },
    });
    expect(databaseRefusal(error)).toEqual({ kind: "unique", constraint: "programme_slug_key" });
    expect(isUniqueRefusal(error, "programme_slug_key")).toBe(true);
    expect(isUniqueRefusal(error, "site_programme_id_name_key")).toBe(false);
  });
  test("the same on a sharded server, where the name carries the shard's number and fields replace the index", () => {
    const error = thrown("P2002", {
      originalCode: "23505",
      originalMessage: 'duplicate key value violates unique constraint "enrolment_one_current_102071"',
      constraint: { fields: ["participant_id"] },
    });
    expect(databaseRefusal(error)).toEqual({ kind: "unique", constraint: "enrolment_one_current" });
  });
  test("a name that ends in a small number keeps it", () => {
    const error = thrown("P2002", { originalCode: "23505", constraint: { index: "score_v2" } });
    expect(databaseRefusal(error)).toEqual({ kind: "unique", constraint: "score_v2" });
  });
  test("a unique refusal that names nothing", () => {
    expect(databaseRefusal(thrown("P2002", {}))).toEqual({ kind: "unique", constraint: undefined });
  });
  test.each([
    ["P2025", {}, "missing-row"],
    ["P2028", {}, "busy"],
    ["P2034", {}, "write-conflict"],
    ["P2010", { originalCode: "40P01" }, "write-conflict"],
    ["P2039", { originalCode: "42501" }, "permission"],
    ["P2010", { originalCode: "53100" }, "disk-full"],
    ["P1001", {}, "unreachable"],
  ])("%s %o is %s", (code, cause, kind) => {
    expect(databaseRefusal(thrown(code, cause))).toEqual({ kind });
  });
  test.each([
    [{ code: "55P03", message: "canceling statement due to lock timeout" }, "busy"],
    [{ code: "57P01", message: "terminating connection due to administrator command" }, "unreachable"],
    [Object.assign(new AggregateError([]), { code: "ECONNREFUSED" }), "unreachable"],
    [new Error("timeout exceeded when trying to connect"), "busy"],
    [new Error("Connection terminated unexpectedly"), "unreachable"],
  ])("as the driver throws it, %o is %s", (error, kind) => {
    expect(databaseRefusal(error)).toEqual({ kind });
  });
  test.each([[new Error("something else")], [undefined], ["text"], [{ code: 7 }]])("%o is not a refusal", (error) => {
    expect(databaseRefusal(error)).toBeUndefined();
  });
});
