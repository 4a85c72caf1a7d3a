import { readWordingTemplate, readWordingTemplateInput } from "@alongside/services/wording/read-template";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const template = procedure
  .input(readWordingTemplateInput)
  .query(async ({ ctx, input }) => unwrap(await readWordingTemplate(ctx, input)));
