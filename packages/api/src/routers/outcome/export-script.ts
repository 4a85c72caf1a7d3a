import { exportScript as exportOutcomeScript } from "@alongside/services/outcome/export-script";
import { outcomeInput } from "@alongside/services/outcome/outcome-input";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const exportScript = procedure
  .input(outcomeInput)
  .mutation(async ({ ctx, input }) => unwrap(await exportOutcomeScript(ctx, input)));
