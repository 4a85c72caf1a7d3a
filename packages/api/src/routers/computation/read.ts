import { computationInput } from "@alongside/services/computation/find-computation";
import { readComputation } from "@alongside/services/computation/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure
  .input(computationInput)
  .query(async ({ ctx, input }) => unwrap(await readComputation(ctx, input)));
