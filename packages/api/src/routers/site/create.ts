import { createSite, createSiteInput } from "@alongside/services/site/create";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const create = procedure
  .input(createSiteInput)
  .mutation(async ({ ctx, input }) => unwrap(await createSite(ctx, input)));
