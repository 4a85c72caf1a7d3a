import { updateSite, updateSiteInput } from "@alongside/services/site/update";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const update = procedure
  .input(updateSiteInput)
  .mutation(async ({ ctx, input }) => unwrap(await updateSite(ctx, input)));
