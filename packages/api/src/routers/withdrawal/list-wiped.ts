import { listWiped as listWipedForms, listWipedInput } from "@alongside/services/withdrawal/list-wiped";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const listWiped = procedure
  .input(listWipedInput)
  .query(async ({ ctx, input }) => unwrap(await listWipedForms(ctx, input)));
