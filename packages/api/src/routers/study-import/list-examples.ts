import { listExampleStudies, listExampleStudiesInput } from "@alongside/services/study-import/list-examples";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const listExamples = procedure
  .input(listExampleStudiesInput)
  .query(async ({ ctx, input }) => unwrap(await listExampleStudies(ctx, input)));
