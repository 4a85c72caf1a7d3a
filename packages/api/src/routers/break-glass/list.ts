import { listOpenings, listOpeningsInput } from "@alongside/services/break-glass/list";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const list = procedure
  .input(listOpeningsInput)
  .query(async ({ ctx, input }) => unwrap(await listOpenings(ctx, input)));
