import { listAssays, listAssaysInput } from "@alongside/services/assay/list";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const list = procedure
  .input(listAssaysInput)
  .query(async ({ ctx, input }) => unwrap(await listAssays(ctx, input)));
