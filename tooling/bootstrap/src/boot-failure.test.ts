import { expect, test } from "vitest";
import { type BootFailure, explain, explanationText } from "./boot-failure";

/** One of each; a new code that is missing here does not compile. */
const ONE_OF_EACH: { readonly [C in BootFailure["code"]]: Extract<BootFailure, { code: C }> } = {
  "port-invalid": { code: "port-invalid", given: "abc" },
  "port-not-allowed": { code: "port-not-allowed", port: 80 },
  "ports-taken": { code: "ports-taken", first: 3000, last: 3049 },
  "data-folder-not-chosen": { code: "data-folder-not-chosen", suggestion: "/var/lib/alongside" },
  "data-folder-in-program": {
    ...{ code: "data-folder-in-program", folder: "/srv/a/data", root: "/srv/a", production: true },
    suggestion: "/var/lib/alongside",
  },
  "data-folder-unwritable": { code: "data-folder-unwritable", folder: "/data", reason: "EACCES" },
  "database-did-not-start": { code: "database-did-not-start", advice: "Free some space." },
  "database-lost": { code: "database-lost", place: "/data/postgres", lastWords: "It ended again each time." },
  "data-folder-gone": { code: "data-folder-gone", place: "/data/postgres" },
  "no-embedded-database": { code: "no-embedded-database", system: "Plan 9" },
  "database-url-invalid": { code: "database-url-invalid" },
  "address-without-tls": { code: "address-without-tls", host: "clinic.example" },
  "listens-without-tls": { code: "listens-without-tls", host: "0.0.0.0" },
  "secret-too-easy": { code: "secret-too-easy" },
  "demo-in-production": { code: "demo-in-production" },
  "proxy-is-anybody": { code: "proxy-is-anybody" },
  "database-without-tls": { code: "database-without-tls", variable: "DATABASE_URL" },
  "database-unreachable": { code: "database-unreachable", host: "db.example:5432", reason: "ECONNREFUSED" },
  "database-role-missing": { code: "database-role-missing", host: "db.example:5432", reason: "it may not make roles" },
  "migration-failed": { code: "migration-failed", migration: "20270101_x", reason: "syntax error" },
  "restore-unfinished": { code: "restore-unfinished" },
  "backup-setting-wrong": { code: "backup-setting-wrong", variable: "ALONGSIDE_BACKUP_TIME", problem: "no time" },
  "demo-failed": { code: "demo-failed", reason: "out of memory" },
  "secret-unusable": { code: "secret-unusable", file: "/data/secret" },
  "vault-keys-missing": { code: "vault-keys-missing", file: "/data/vault-keys.json" },
  "vault-keys-unusable": { code: "vault-keys-unusable", file: "/data/vault-keys.json", reason: "not JSON" },
  "build-failed": { code: "build-failed", log: "/x/build.log", tail: "Type error" },
  "web-ended": { code: "web-ended", tail: "Error: no" },
  "no-browser": { code: "no-browser", reason: "not root", command: "sudo apt-get install -y chromium" },
};

test.each(Object.values(ONE_OF_EACH))("$code says what happened, what was kept and what to do", (failure) => {
  const { happened, kept, todo } = explain(failure);
  for (const sentence of [happened, kept, todo]) {
    expect(sentence).toMatch(/\S{2}/);
    expect(sentence).not.toMatch(/undefined|\[object/);
  }
  expect(explanationText(failure)).toContain(todo);
});

test("the particulars reach the reader", () => {
  expect(explanationText(ONE_OF_EACH["ports-taken"])).toMatch(/3000.*3049/);
  expect(explanationText(ONE_OF_EACH["database-unreachable"])).toMatch(/db\.example:5432.*ECONNREFUSED/);
  expect(explanationText(ONE_OF_EACH["data-folder-not-chosen"])).toContain("ALONGSIDE_DATA_DIR=/var/lib/alongside");
  const misplaced = ONE_OF_EACH["data-folder-in-program"];
  expect(explanationText(misplaced)).toMatch(/\/srv\/a\/data.*\/srv\/a[\s\S]*ALONGSIDE_DATA_DIR=\/var\/lib\/alongside/);
  expect(explanationText({ ...misplaced, production: false })).toMatch(/git add[\s\S]*`\.data`/);
});
