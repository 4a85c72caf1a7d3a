import { stopReportSchedule, stopReportScheduleInput } from "@alongside/services/report-schedule/stop";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const stopSchedule = procedure
  .input(stopReportScheduleInput)
  .mutation(async ({ ctx, input }) => unwrap(await stopReportSchedule(ctx, input)));
