import { listReportSchedules, listReportSchedulesInput } from "@alongside/services/report-schedule/list";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const schedules = procedure
  .input(listReportSchedulesInput)
  .query(async ({ ctx, input }) => unwrap(await listReportSchedules(ctx, input)));
