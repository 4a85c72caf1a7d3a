import { enterSecond, secondEnterInput } from "@alongside/services/lab-result/second-enter";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const secondEnter = procedure
  .input(secondEnterInput)
  .mutation(async ({ ctx, input }) => unwrap(await enterSecond(ctx, input)));
