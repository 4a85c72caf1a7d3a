import { reviewOpening, reviewOpeningInput } from "@alongside/services/break-glass/review";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const review = procedure
  .input(reviewOpeningInput)
  .mutation(async ({ ctx, input }) => unwrap(await reviewOpening(ctx, input)));
