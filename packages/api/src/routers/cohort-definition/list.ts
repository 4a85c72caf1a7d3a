import { listDefinitions, listDefinitionsInput } from "@alongside/services/cohort-definition/list";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const list = procedure
  .input(listDefinitionsInput)
  .query(async ({ ctx, input }) => unwrap(await listDefinitions(ctx, input)));
