import { exportWorklist, exportWorklistInput } from "@alongside/services/worklist/export";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const exportList = procedure
  .input(exportWorklistInput)
  .mutation(async ({ ctx, input }) => unwrap(await exportWorklist(ctx, input)));
