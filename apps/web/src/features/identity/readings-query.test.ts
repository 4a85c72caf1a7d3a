import { expect, test } from "vitest";
import { readingsFilter, readingsHref, readingsPlace } from "./readings-query";

const ID = "0190f4c0-7c3a-7b1e-8000-1234567890ab";

test("an address says what it asks for, and is read back the same", () => {
  const [filter, after] = [
    { readerId: ID, code: "KX7M-2PQR" },
    { at: "2026-06-15T10:00:00.000Z", id: ID },
  ];
  const href = readingsHref("/p/x/settings/identity", filter, after);
  const parameters = Object.fromEntries(new URL(href, "http://localhost").searchParams);
  expect(readingsFilter(parameters)).toEqual(filter);
  expect(readingsPlace(parameters)).toEqual(after);
});

test("what cannot be read is left out", () => {
  expect(readingsFilter({ person: "x' OR 1=1", code: " " })).toEqual({});
  expect(readingsFilter({ code: " kx7m-2pqr " })).toEqual({ code: "KX7M-2PQR" });
  expect(readingsPlace({ at: "yesterday", after: ID })).toBeUndefined();
  expect(readingsPlace({ at: "2026-06-15T10:00:00.000Z" })).toBeUndefined();
  expect(readingsHref("/p/x", {})).toBe("/p/x");
});
