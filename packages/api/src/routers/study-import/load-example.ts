import { loadExampleStudy, loadExampleStudyInput } from "@alongside/services/study-import/load-example";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const loadExample = procedure
  .input(loadExampleStudyInput)
  .mutation(async ({ ctx, input }) => unwrap(await loadExampleStudy(ctx, input)));
