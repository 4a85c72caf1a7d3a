import { contactStatus, contactStatusInput } from "@alongside/services/contact-details/status";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const status = procedure
  .input(contactStatusInput)
  .query(async ({ ctx, input }) => unwrap(await contactStatus(ctx, input)));
