import { answerPrints } from "@alongside/services/laboratory-import/answer";
import { answerPrintsInput } from "@alongside/services/laboratory-import/inputs";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const answer = procedure
  .input(answerPrintsInput)
  .mutation(async ({ ctx, input }) => unwrap(await answerPrints(ctx, input)));
