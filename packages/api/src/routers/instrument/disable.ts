import { disableInstrument, disableInstrumentInput } from "@alongside/services/instrument/disable";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const disable = procedure
  .input(disableInstrumentInput)
  .mutation(async ({ ctx, input }) => unwrap(await disableInstrument(ctx, input)));
