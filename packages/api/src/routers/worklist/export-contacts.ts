import { exportContactList, exportContactsInput } from "@alongside/services/worklist/export-contacts";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const exportContacts = procedure
  .input(exportContactsInput)
  .mutation(async ({ ctx, input }) => unwrap(await exportContactList(ctx, input)));
