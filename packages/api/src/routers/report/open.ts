import { openPublication, openPublicationInput } from "@alongside/services/report-publication/open";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const open = procedure
  .input(openPublicationInput)
  .query(async ({ ctx, input }) => unwrap(await openPublication(ctx, input)));
