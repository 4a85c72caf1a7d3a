import { expect, test } from "vitest";
import { BootError } from "./boot-failure";
import { databaseHost } from "./database-host";

test.each([
  ["postgresql://user:secret@db.example:5433/alongside", "db.example:5433"],
  ["postgres://db.example/alongside", "db.example"],
  ["postgresql:///alongside?host=/run/postgresql", "localhost"],
])("of %s only the place is told", (url, host) => {
  expect(databaseHost(url)).toBe(host);
});

test.each(["mysql://x/y", "db.example:5432", "postgresql", ""])("%j is not a PostgreSQL address", (url) => {
  expect(() => databaseHost(url)).toThrow(BootError);
});
