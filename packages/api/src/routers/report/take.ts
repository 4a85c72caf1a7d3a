import { takePublication, takePublicationInput } from "@alongside/services/report-publication/take";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const take = procedure
  .input(takePublicationInput)
  .mutation(async ({ ctx, input }) => unwrap(await takePublication(ctx, input)));
