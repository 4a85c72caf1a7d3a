import { updateTimepoint, updateTimepointInput } from "@alongside/services/timepoint/update";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const update = procedure
  .input(updateTimepointInput)
  .mutation(async ({ ctx, input }) => unwrap(await updateTimepoint(ctx, input)));
