import { listPublications, listPublicationsInput } from "@alongside/services/report-publication/list";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const list = procedure
  .input(listPublicationsInput)
  .query(async ({ ctx, input }) => unwrap(await listPublications(ctx, input)));
