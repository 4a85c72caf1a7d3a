import { readCounsellingLoops, readLoopsInput } from "@alongside/services/counselling/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(readLoopsInput)
  .query(async ({ ctx, input }) => unwrap(await readCounsellingLoops(ctx, input)));
