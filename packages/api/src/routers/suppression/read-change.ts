import { computationInput } from "@alongside/services/computation/find-computation";
import { readSuppressionChange } from "@alongside/services/suppression/read-change";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const readChange = procedure
  .input(computationInput)
  .query(async ({ ctx, input }) => unwrap(await readSuppressionChange(ctx, input)));
