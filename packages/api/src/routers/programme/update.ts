import { updateProgramme, updateProgrammeInput } from "@alongside/services/programme/update";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const update = procedure
  .input(updateProgrammeInput)
  .mutation(async ({ ctx, input }) => unwrap(await updateProgramme(ctx, input)));
