import { endPersonSessions, endSessionsInput } from "@alongside/services/person/end-sessions";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const endSessions = procedure
  .input(endSessionsInput)
  .mutation(async ({ ctx, input }) => unwrap(await endPersonSessions(ctx, input)));
