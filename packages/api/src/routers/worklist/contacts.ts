import { listContacts, listContactsInput } from "@alongside/services/worklist/contacts";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const contacts = procedure
  .input(listContactsInput)
  .query(async ({ ctx, input }) => unwrap(await listContacts(ctx, input)));
