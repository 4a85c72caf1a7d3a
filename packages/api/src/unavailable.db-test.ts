import { createDb } from "@alongside/db/client";
import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { contextFor, signedIn } from "@alongside/services/testing/test-context";
import { TRPCError } from "@trpc/server";
import { expect, it } from "vitest";
import { FailureError } from "./failure-error";
import { appRouter } from "./router";

const database = useTestDatabase();

it("says that it may be tried again when the database is away, and keeps why for the log", async () => {
  const { programme } = await makeProgramme(database.db);
  const { actor } = await signedIn(database.db, { programmeId: programme.id, role: "evaluator" });
  const away = createDb("postgresql://nobody@127.0.0.1:1/nothing");
  const calls = appRouter.createCaller(contextFor(away, actor));
  const error = await calls.home.read({ programmeId: programme.id }).catch((thrown: unknown) => thrown);
  if (!(error instanceof TRPCError) || !(error.cause instanceof FailureError)) throw error;
  expect(error.code).toBe("SERVICE_UNAVAILABLE");
  expect(error.cause.failure).toEqual({ code: "unavailable", reason: "database.unreachable" });
  expect(error.cause.cause).toBeInstanceOf(Error);
  await away.$disconnect();
});
