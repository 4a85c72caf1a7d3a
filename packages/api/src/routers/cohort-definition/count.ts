import { countDefined, countDefinedInput } from "@alongside/services/cohort-definition/count";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const count = procedure
  .input(countDefinedInput)
  .query(async ({ ctx, input }) => unwrap(await countDefined(ctx, input)));
