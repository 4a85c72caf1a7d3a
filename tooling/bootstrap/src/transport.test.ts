import { expect, test } from "vitest";
import { BootError } from "./boot-failure";
import { checkTransport } from "./transport";

function failureOf(baseUrl: string | undefined, databaseUrl?: string, listensOn = "127.0.0.1"): string {
  try {
    checkTransport(baseUrl, listensOn, { DATABASE_URL: databaseUrl, VAULT_DATABASE_URL: null });
    return "none";
  } catch (error) {
    return error instanceof BootError ? error.failure.code : String(error);
  }
}

test.each([
  ["http://clinic.example.org", "address-without-tls"],
  ["http://192.0.2.7:3000", "address-without-tls"],
  ["http://localhost.example.org", "address-without-tls"],
  ["https://clinic.example.org", "none"],
  ["http://localhost:3000", "none"],
  ["http://127.0.0.1:3000", "none"],
  [undefined, "none"],
])("people reach real data over TLS, or from the machine itself: %s", (address, failure) => {
  expect(failureOf(address)).toBe(failure);
});

test.each([
  ["postgresql://u:p@db.example.org/a", "database-without-tls"],
  ["postgresql://u:p@192.0.2.7/a?sslmode=prefer", "database-without-tls"],
  ["postgresql://u:p@db.example.org/a?sslmode=no-verify", "database-without-tls"],
  ["postgresql:///a?host=db.example.org", "database-without-tls"],
  ["postgresql://u:p@db.example.org/a?sslmode=verify-full", "none"],
  ["postgresql://u:p@db.example.org/a?sslmode=require", "none"],
  ["postgresql://u:p@db.example.org/a?sslmode=disable", "none"],
  ["postgresql://u:p@127.0.0.1:5433/a", "none"],
  ["postgresql://u:p@[::1]/a", "none"],
  ["postgresql:///a?host=/run/postgresql", "none"],
])("a database on another machine is reached over TLS with a certificate that is checked: %s", (url, failure) => {
  expect(failureOf("https://clinic.example.org", url)).toBe(failure);
});

test.each([
  ["0.0.0.0", undefined, "listens-without-tls"],
  ["192.0.2.7", "http://localhost:3000", "listens-without-tls"],
  ["::", undefined, "listens-without-tls"],
  ["0.0.0.0", "https://clinic.example.org", "none"],
  ["127.0.0.1", undefined, "none"],
  ["::1", undefined, "none"],
])("other machines get in only by an address with TLS: %s, %s", (listensOn, address, failure) => {
  expect(failureOf(address, undefined, listensOn)).toBe(failure);
});
