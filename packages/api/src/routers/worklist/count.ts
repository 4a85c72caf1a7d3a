import { countWorklists, countWorklistsInput } from "@alongside/services/worklist/count";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const count = procedure
  .input(countWorklistsInput)
  .query(async ({ ctx, input }) => unwrap(await countWorklists(ctx, input)));
