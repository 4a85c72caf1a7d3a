import { recordCharacteristics, recordCharacteristicsInput } from "@alongside/services/characteristics/record";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const record = procedure
  .input(recordCharacteristicsInput)
  .mutation(async ({ ctx, input }) => unwrap(await recordCharacteristics(ctx, input)));
