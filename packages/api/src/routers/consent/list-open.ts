import { listOpenConsents, listOpenConsentsInput } from "@alongside/services/consent/list-open";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const listOpen = procedure
  .input(listOpenConsentsInput)
  .query(async ({ ctx, input }) => unwrap(await listOpenConsents(ctx, input)));
