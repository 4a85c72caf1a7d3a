import { askPublication, askPublicationInput } from "@alongside/services/report-publication/ask";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const ask = procedure
  .input(askPublicationInput)
  .mutation(async ({ ctx, input }) => unwrap(await askPublication(ctx, input)));
