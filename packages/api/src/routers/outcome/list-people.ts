import { listOutcomePeople, listOutcomePeopleInput } from "@alongside/services/outcome/list-people";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const listPeople = procedure
  .input(listOutcomePeopleInput)
  .query(async ({ ctx, input }) => unwrap(await listOutcomePeople(ctx, input)));
