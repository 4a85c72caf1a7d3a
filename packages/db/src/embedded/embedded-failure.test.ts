import { expect, test } from "vitest";
import {
  classifyServerOutput,
  classifySystemError,
  EMBEDDED_FAILURE_CODES,
  embeddedFailureAdvice,
} from "./embedded-failure";

test.each([
  ['FATAL:  could not write to file "pg_wal/xlogtemp.12": No space left on device', "disk-full"],
  ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', "port-taken"],
  ["FATAL:  database files are incompatible with server", "version-mismatch"],
  ['FATAL:  lock file "postmaster.pid" already exists', "data-folder-locked"],
  ["FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use", "data-folder-locked"],
  ['FATAL:  could not open file "global/pg_control": Permission denied', "data-folder-not-writable"],
  ["postgres: error while loading shared libraries: libpq.so.5", "binary-missing"],
  ["PANIC:  something new", "unknown"],
])("the server's words %j mean %s", (output, code) => {
  expect(classifyServerOutput(output, { path: "/data" })).toMatchObject({ code, detail: output });
});

test.each([
  ["EACCES", "data-folder-not-writable"],
  ["EROFS", "data-folder-not-writable"],
  ["ENOSPC", "disk-full"],
  ["EMFILE", "unknown"],
])("the system's %s means %s", (systemCode, code) => {
  const error = Object.assign(new Error("refused"), { code: systemCode });
  expect(classifySystemError(error, {})).toMatchObject({ code });
});

test.each(EMBEDDED_FAILURE_CODES)("%s says what to do, about this folder", (code) => {
  const advice = embeddedFailureAdvice({ code, params: { path: "/data/pg", platform: "sunos-sparc" }, detail: "why" });
  expect(advice.length).toBeGreaterThan(40);
  expect(advice).not.toMatch(/undefined|null/);
});
