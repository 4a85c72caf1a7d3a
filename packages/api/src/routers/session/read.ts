import { readSession } from "@alongside/services/session/read";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const read = procedure.query(async ({ ctx }) => unwrap(await readSession(ctx)));
