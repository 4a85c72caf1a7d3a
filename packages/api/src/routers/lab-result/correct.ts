import { correctLabResult } from "@alongside/services/lab-result/correct";
import { correctResultInput } from "@alongside/services/lab-result/input";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const correct = procedure
  .input(correctResultInput)
  .mutation(async ({ ctx, input }) => unwrap(await correctLabResult(ctx, input)));
