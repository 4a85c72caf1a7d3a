import { expect, test } from "vitest";
import { BootError } from "./boot-failure";
import { type ServerAccess, wayIn } from "./server-access";

const OWNER = "postgresql://owner:hidden@db.example.org/alongside";
const NARROW = "postgresql://alongside_app:x@db.example.org/alongside";
const access = (production: boolean): ServerAccess => ({
  ...{ given: OWNER, application: null, vault: null, secret: "s", production },
});
const owner = { kind: "owner", reason: "the role may not make roles" } as const;

test("the application gets in as the narrow role, never as the owner that was named", () => {
  const roles = { kind: "separate", url: NARROW, vaultUrl: null } as const;
  for (const production of [true, false])
    expect(wayIn(roles, access(production), "db.example.org:5432")).toEqual({
      url: NARROW,
      vaultUrl: null,
      notice: null,
    });
});

test("without such a role it does not start where data are real, and says why without the password", () => {
  let failure: unknown;
  try {
    wayIn(owner, access(true), "db.example.org:5432");
  } catch (error) {
    failure = error instanceof BootError ? error.failure : error;
  }
  expect(failure).toEqual({ code: "database-role-missing", host: "db.example.org:5432", reason: owner.reason });
});

test("a trial goes on as the owner, and says so", () => {
  const opened = wayIn(owner, access(false), "db.example.org:5432");
  expect(opened.url).toBe(OWNER);
  expect(opened.notice).toContain("Keep no real data in it");
});
