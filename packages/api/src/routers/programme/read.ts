import { readProgramme, readProgrammeInput } from "@alongside/services/programme/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(readProgrammeInput)
  .query(async ({ ctx, input }) => unwrap(await readProgramme(ctx, input)));
