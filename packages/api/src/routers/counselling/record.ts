import { recordCounsellingEvent, recordEventInput } from "@alongside/services/counselling/record-event";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const record = procedure
  .input(recordEventInput)
  .mutation(async ({ ctx, input }) => unwrap(await recordCounsellingEvent(ctx, input)));
