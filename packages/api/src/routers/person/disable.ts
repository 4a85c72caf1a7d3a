import { disablePerson, disablePersonInput } from "@alongside/services/person/disable";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const disable = procedure
  .input(disablePersonInput)
  .mutation(async ({ ctx, input }) => unwrap(await disablePerson(ctx, input)));
