import { listPeople, listPeopleInput } from "@alongside/services/person/list";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const list = procedure
  .input(listPeopleInput)
  .query(async ({ ctx, input }) => unwrap(await listPeople(ctx, input)));
