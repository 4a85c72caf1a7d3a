import { saveContactDetails, saveContactDetailsInput } from "@alongside/services/contact-details/save";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const save = procedure
  .input(saveContactDetailsInput)
  .mutation(async ({ ctx, input }) => unwrap(await saveContactDetails(ctx, input)));
