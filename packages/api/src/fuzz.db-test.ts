import { verifyCells } from "@alongside/db/change-statistic/verify";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { Actor } from "@alongside/domain/access/actor";
import { ROLES, type Role } from "@alongside/domain/access/role";
import { ACCESS_MATRIX, type Reach } from "@alongside/services/access/matrix";
import { contextFor, signedIn } from "@alongside/services/testing/test-context";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import fc from "fast-check";
import superjson from "superjson";
import { beforeAll, describe, expect, it } from "vitest";
import { appRouter } from "./router";
import type { AccessEntry } from "./testing/access-entry";
import { ACCESS_TABLE } from "./testing/access-table";
import { fuzzCases } from "./testing/fuzz-cases";
import { makePlaces, type Place } from "./testing/place";
import { type SpoiltInput, spoiltInput } from "./testing/spoil-input";
import { storedState } from "./testing/stored-state";

/*
 * Every procedure with inputs that were right and then spoilt, as a request would bring them, from somebody who may call
 * it. Whatever comes: an answer or a refusal that explains itself, never an unforeseen error, no stack, and a refused
 * call leaves every table as it was. A call that never ends runs into the test's own limit.
 */
const database = useTestDatabase();
const entries: readonly (readonly [string, AccessEntry<unknown>])[] = Object.entries(ACCESS_TABLE).flatMap(
  ([entity, procedures]) =>
    Object.entries(procedures).map(([name, entry]) => [`${entity}.${name}`, entry as AccessEntry<unknown>] as const),
);
const runs = Math.ceil(fuzzCases() / entries.length);

let here: Place;
let readState: () => Promise<string>;
const people = new Map<Role, Actor | null>();

beforeAll(async () => {
  [here] = await makePlaces(database.db);
  readState = await storedState(database.owner);
  for (const role of ROLES) {
    people.set(role, (await signedIn(database.db, { programmeId: here.programmeId, role })).actor);
  }
});

/** Somebody who is let in. */
function caller(entry: AccessEntry<unknown>): Actor | null {
  const row: Readonly<Partial<Record<Role, Reach>>> =
    entry.verb === "signed-in" ? { administrator: "programme" } : ACCESS_MATRIX[entry.verb];
  const role = ROLES.find((one) => row[one] !== undefined) ?? "administrator";
  return people.get(role) ?? null;
}

/** One request as a browser would send it, or as somebody would who writes it by hand. */
async function send(path: string, body: string, actor: Actor | null): Promise<{ status: number; text: string }> {
  const address = `http://localhost/api/trpc/${path}`;
  // Reads come by POST as well.
  const answer = await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: new Request(address, { method: "POST", headers: { "content-type": "application/json" }, body }),
    allowMethodOverride: true,
    router: appRouter,
    createContext: async () => contextFor(database.db, actor),
  });
  return { status: answer.status, text: await answer.text() };
}

/** How a spoilt value travels; null for one that cannot. */
function asSent({ input }: SpoiltInput): string | null {
  try {
    return superjson.stringify(input);
  } catch {
    return null;
  }
}

function judge(path: string, how: string, { status, text }: { status: number; text: string }): "ok" | "refused" {
  expect(status, `${path}, ${how}: ${text.slice(0, 600)}`).toBeLessThan(500);
  if (status === 200) return "ok";
  expect(text, `${path}, ${how}`).not.toMatch(/\bat \S+ \(|node_modules|\.ts:\d|prisma|SELECT|INSERT/i);
  return "refused";
}

describe("every procedure, its input spoilt", () => {
  it.each(entries)(
    "%s",
    async (path, entry) => {
      const right: unknown = await entry.input(here);
      const actor = caller(entry);
      let state = await readState();
      await fc.assert(
        fc.asyncProperty(spoiltInput(right), async (spoilt) => {
          const body = asSent(spoilt);
          if (body === null) return;
          const judged = judge(path, spoilt.how, await send(path, body, actor));
          const now = await readState();
          if (judged === "refused") expect(now, `${path}, ${spoilt.how}`).toBe(state);
          state = now;
        }),
        { numRuns: runs, endOnFailure: true, includeErrorInReport: true },
      );
    },
    60_000 + runs * 2_000,
  );

  it("leaves the sums equal to those computed anew", async () => {
    expect(await verifyCells(database.owner, here.programmeId)).toEqual([]);
  });
});

describe("requests that no client of ours writes", () => {
  const bodies: readonly (readonly [string, string])[] = [
    ["nothing", ""],
    ["no JSON", "{"],
    ["brackets without end", "[".repeat(100_000)],
    ["deep JSON", `${"[".repeat(50_000)}${"]".repeat(50_000)}`],
    ["a number", "1"],
    ["null", "null"],
    ["a text", '"x"'],
    ["an array", "[1,2,3]"],
    ["a type that is not there", '{"json":{"a":"1"},"meta":{"values":{"a":[["custom","Nobody"]]}}}'],
    ["a class that is not there", '{"json":{"a":"1"},"meta":{"values":{"a":[["class","Nobody"]]}}}'],
    ["a date that is none", '{"json":{"programmeId":"x"},"meta":{"values":{"programmeId":["Date"]}}}'],
    ["a path into the prototype", '{"json":{"a":1},"meta":{"values":{"__proto__.polluted":["Date"]}}}'],
    ["references into the prototype", '{"json":{"a":1},"meta":{"referentialEqualities":{"a":["__proto__.polluted"]}}}'],
    ["the constructor", '{"json":{"a":1},"meta":{"referentialEqualities":{"a":["constructor.prototype.polluted"]}}}'],
    ["a regular expression of nobody", '{"json":{"a":"/(/"},"meta":{"values":{"a":["regexp"]}}}'],
    ["a big number of words", '{"json":{"a":"many"},"meta":{"values":{"a":["bigint"]}}}'],
    ["values that are no tree", '{"json":{"a":1},"meta":{"values":17}}'],
    ["bytes that are no text", "\u0000\u0001\u0002"],
  ];
  const paths = [
    "participant.list",
    "participant.enrol",
    "assessment.save",
    "session.read",
    "nowhere.nothing",
    "__proto__",
  ];

  it.each(paths.flatMap((path) => bodies.map(([name, body]) => [path, name, body] as const)))(
    "%s with %s",
    async (path, name, body) => {
      const actor = people.get("administrator") ?? null;
      const before = await readState();
      for (const method of ["GET", "POST"]) {
        const address = `http://localhost/api/trpc/${path}${method === "GET" ? `?input=${encodeURIComponent(body)}` : ""}`;
        const answer = await fetchRequestHandler({
          endpoint: "/api/trpc",
          req: new Request(
            address,
            method === "GET" ? {} : { method, headers: { "content-type": "application/json" }, body },
          ),
          allowMethodOverride: true,
          router: appRouter,
          createContext: async () => contextFor(database.db, actor),
        });
        judge(path, `${method} ${name}`, { status: answer.status, text: await answer.text() });
      }
      expect(await readState()).toBe(before);
      expect(Reflect.get({}, "polluted")).toBeUndefined();
    },
  );
});
