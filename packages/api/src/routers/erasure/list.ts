import { listErasures, listErasuresInput } from "@alongside/services/erasure/list";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const list = procedure
  .input(listErasuresInput)
  .query(async ({ ctx, input }) => unwrap(await listErasures(ctx, input)));
