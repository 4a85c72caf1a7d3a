import { removeContactDetails, removeContactDetailsInput } from "@alongside/services/contact-details/remove";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const remove = procedure
  .input(removeContactDetailsInput)
  .mutation(async ({ ctx, input }) => unwrap(await removeContactDetails(ctx, input)));
