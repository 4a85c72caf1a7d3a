import { reviseDefinition, reviseDefinitionInput } from "@alongside/services/cohort-definition/revise";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const revise = procedure
  .input(reviseDefinitionInput)
  .mutation(async ({ ctx, input }) => unwrap(await reviseDefinition(ctx, input)));
