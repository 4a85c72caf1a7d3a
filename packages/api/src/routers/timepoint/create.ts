import { createTimepoint, createTimepointInput } from "@alongside/services/timepoint/create";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const create = procedure
  .input(createTimepointInput)
  .mutation(async ({ ctx, input }) => unwrap(await createTimepoint(ctx, input)));
