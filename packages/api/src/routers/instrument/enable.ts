import { enableInstrument, enableInstrumentInput } from "@alongside/services/instrument/enable";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const enable = procedure
  .input(enableInstrumentInput)
  .mutation(async ({ ctx, input }) => unwrap(await enableInstrument(ctx, input)));
