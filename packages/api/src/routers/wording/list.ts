import { listWording, listWordingInput } from "@alongside/services/wording/list";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const list = procedure
  .input(listWordingInput)
  .query(async ({ ctx, input }) => unwrap(await listWording(ctx, input)));
