import { openCounsellingLoop, openLoopInput } from "@alongside/services/counselling/open";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const open = procedure
  .input(openLoopInput)
  .mutation(async ({ ctx, input }) => unwrap(await openCounsellingLoop(ctx, input)));
