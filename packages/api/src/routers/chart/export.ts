import { noteChartExport, noteChartExportInput } from "@alongside/services/chart/note-export";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const exportChart = procedure
  .input(noteChartExportInput)
  .mutation(async ({ ctx, input }) => unwrap(await noteChartExport(ctx, input)));
