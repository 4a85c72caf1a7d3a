import { givePersonWayIn, giveWayInInput } from "@alongside/services/person/give-way-in";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const giveWayIn = procedure
  .input(giveWayInInput)
  .mutation(async ({ ctx, input }) => unwrap(await givePersonWayIn(ctx, input)));
