import { listMissingInput, listMissing as listMissingPeople } from "@alongside/services/change/list-missing";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const listMissing = procedure
  .input(listMissingInput)
  .query(async ({ ctx, input }) => unwrap(await listMissingPeople(ctx, input)));
