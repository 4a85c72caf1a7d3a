import { createProgramme, createProgrammeInput } from "@alongside/services/programme/create";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const create = procedure
  .input(createProgrammeInput)
  .mutation(async ({ ctx, input }) => unwrap(await createProgramme(ctx, input)));
