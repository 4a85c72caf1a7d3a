import { readHome, readHomeInput } from "@alongside/services/home/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure.input(readHomeInput).query(async ({ ctx, input }) => unwrap(await readHome(ctx, input)));
