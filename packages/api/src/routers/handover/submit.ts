import { submitHanded, submitHandedInput } from "@alongside/services/handover/submit";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const submit = procedure
  .input(submitHandedInput)
  .mutation(async ({ ctx, input }) => unwrap(await submitHanded(ctx, input)));
