import { listReleases, listReleasesInput } from "@alongside/services/release/list";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const list = procedure
  .input(listReleasesInput)
  .query(async ({ ctx, input }) => unwrap(await listReleases(ctx, input)));
