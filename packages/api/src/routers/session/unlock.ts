import { unlockInput, unlockSession } from "@alongside/services/session/unlock";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const unlock = procedure
  .input(unlockInput)
  .mutation(async ({ ctx, input }) => unwrap(await unlockSession(ctx, input)));
