import { suppressionInput } from "@alongside/services/suppression/input";
import { startSuppressionChange } from "@alongside/services/suppression/start-change";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const startChange = procedure
  .input(suppressionInput)
  .mutation(async ({ ctx, input }) => unwrap(await startSuppressionChange(ctx, input)));
