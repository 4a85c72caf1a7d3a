import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import type { Actor } from "@alongside/domain/access/actor";
import type { Hold } from "@alongside/domain/access/hold";
import { contextFor, signedIn } from "@alongside/services/testing/test-context";
import { TRPCError } from "@trpc/server";
import { beforeAll, expect, it } from "vitest";
import { FailureError } from "./failure-error";
import { appRouter } from "./router";

const database = useTestDatabase();
const PATHS = Object.keys(appRouter._def.procedures);
const LOCKED = { kind: "locked" } as const satisfies Hold;
const HANDED = {
  kind: "handed-over",
  done: true,
  form: {
    ...{ programmeId: "", participantId: "", timepointId: "", timepointCode: "baseline" },
    ...{ instrument: "gad7", edition: "1", language: "en", assessmentId: "" },
  },
} as const satisfies Hold;
let administrator: Actor;

beforeAll(async () => {
  const programmeId = (await makeProgramme(database.db)).programme.id;
  const { actor } = await signedIn(database.db, { programmeId, role: "administrator" });
  if (actor === null) throw new Error("nobody");
  administrator = actor;
});

async function reasonFor(path: string, hold: Hold): Promise<string> {
  const caller: unknown = appRouter.createCaller(contextFor(database.db, { ...administrator, hold }));
  const [entity = "", name = ""] = path.split(".");
  const procedure: unknown = Reflect.get(Reflect.get(caller as object, entity) as object, name);
  try {
    await (procedure as (input: unknown) => Promise<unknown>)({});
    return "answered";
  } catch (error) {
    if (!(error instanceof TRPCError) || !(error.cause instanceof FailureError)) return "answered";
    return error.cause.failure.reason;
  }
}

async function answered(hold: Hold): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const path of PATHS) {
    if ((await reasonFor(path, hold)) !== `session.${hold.kind}`) paths.push(path);
  }
  return paths.toSorted();
}

it("answers nothing of a locked session but how it stands, locking, and taking it back", async () => {
  expect(await answered(LOCKED)).toEqual(["session.hold", "session.lock", "session.unlock"]);
});

it("answers nothing of a session in a participant's hands but that, the one form and its answers", async () => {
  expect(await answered(HANDED)).toEqual([
    ...["handover.form", "handover.submit"],
    ...["session.hold", "session.lock", "session.unlock"],
  ]);
});
