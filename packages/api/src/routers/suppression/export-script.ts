import { exportSuppressionScript } from "@alongside/services/suppression/export-script";
import { suppressionInput } from "@alongside/services/suppression/input";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const exportScript = procedure
  .input(suppressionInput)
  .mutation(async ({ ctx, input }) => unwrap(await exportSuppressionScript(ctx, input)));
