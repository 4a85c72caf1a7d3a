import { outcomeInput } from "@alongside/services/outcome/outcome-input";
import { readOutcome } from "@alongside/services/outcome/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(outcomeInput)
  .query(async ({ ctx, input }) => unwrap(await readOutcome(ctx, input)));
