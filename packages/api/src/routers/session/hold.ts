import { readHold } from "@alongside/services/session/read-hold";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const hold = procedure.query(({ ctx }) => unwrap(readHold(ctx)));
