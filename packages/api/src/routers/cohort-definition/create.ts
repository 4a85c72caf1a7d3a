import { createDefinition, createDefinitionInput } from "@alongside/services/cohort-definition/create";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const create = procedure
  .input(createDefinitionInput)
  .mutation(async ({ ctx, input }) => unwrap(await createDefinition(ctx, input)));
