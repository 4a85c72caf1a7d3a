import { recordStartInput, recordTreatmentStart } from "@alongside/services/treatment/record-start";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const recordStart = procedure
  .input(recordStartInput)
  .mutation(async ({ ctx, input }) => unwrap(await recordTreatmentStart(ctx, input)));
