import { countSettledDoubts, settledDoubtsInput } from "@alongside/services/laboratory-settings/settled-doubts";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const doubts = procedure
  .input(settledDoubtsInput)
  .query(async ({ ctx, input }) => unwrap(await countSettledDoubts(ctx, input)));
