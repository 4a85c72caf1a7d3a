import { addPerson, addPersonInput } from "@alongside/services/person/add";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const add = procedure
  .input(addPersonInput)
  .mutation(async ({ ctx, input }) => unwrap(await addPerson(ctx, input)));
