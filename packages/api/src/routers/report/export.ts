import { exportReport, exportReportInput } from "@alongside/services/report/export";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const exportFile = procedure
  .input(exportReportInput)
  .mutation(async ({ ctx, input }) => unwrap(await exportReport(ctx, input)));
