import { expect, test } from "vitest";
import { BootError } from "./boot-failure";
import { databaseHost } from "./database-host";

test.each([
  ["postgresql://user:secret@db.example:5433/alongside", "db.example:5433"],
  ["postgres://db.example/alongside", "db.example:5432"],
  ["postgresql://u:p@[2001:db8::1]/alongside", "[2001:db8::1]:5432"],
  ["postgresql:///alongside?host=/run/postgresql", "/run/postgresql:5432"],
])("of %s only host and port are told", (url, host) => {
  expect(databaseHost(url)).toBe(host);
});

test.each(["mysql://x/y", "db.example:5432", "postgresql", ""])("%j is not a PostgreSQL address", (url) => {
  expect(() => databaseHost(url)).toThrow(BootError);
});
