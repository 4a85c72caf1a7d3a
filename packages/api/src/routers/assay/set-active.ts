import { setAssayActive, setAssayActiveInput } from "@alongside/services/assay/set-active";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const setActive = procedure
  .input(setAssayActiveInput)
  .mutation(async ({ ctx, input }) => unwrap(await setAssayActive(ctx, input)));
