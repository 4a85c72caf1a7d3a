import { listVolunteers, listVolunteersInput } from "@alongside/services/volunteer/list";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const list = procedure
  .input(listVolunteersInput)
  .query(async ({ ctx, input }) => unwrap(await listVolunteers(ctx, input)));
