import { readWorklist, readWorklistInput } from "@alongside/services/worklist/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(readWorklistInput)
  .query(async ({ ctx, input }) => unwrap(await readWorklist(ctx, input)));
