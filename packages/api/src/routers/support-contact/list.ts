import { listContacts, listContactsInput } from "@alongside/services/support-contact/list";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const list = procedure
  .input(listContactsInput)
  .query(async ({ ctx, input }) => unwrap(await listContacts(ctx, input)));
