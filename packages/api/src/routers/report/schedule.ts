import { setReportSchedule, setReportScheduleInput } from "@alongside/services/report-schedule/set";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const schedule = procedure
  .input(setReportScheduleInput)
  .mutation(async ({ ctx, input }) => unwrap(await setReportSchedule(ctx, input)));
