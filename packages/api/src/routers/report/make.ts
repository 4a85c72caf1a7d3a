import { makeReport } from "@alongside/services/report/make";
import { reportInput } from "@alongside/services/report/report-input";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const make = procedure.input(reportInput).query(async ({ ctx, input }) => unwrap(await makeReport(ctx, input)));
