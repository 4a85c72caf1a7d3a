import { decidePublication, decidePublicationInput } from "@alongside/services/report-publication/decide";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const decide = procedure
  .input(decidePublicationInput)
  .mutation(async ({ ctx, input }) => unwrap(await decidePublication(ctx, input)));
