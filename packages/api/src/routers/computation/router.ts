import { router } from "../../trpc";
import { cancel } from "./cancel";
import { read } from "./read";
import { start } from "./start";

export const computationRouter = router({ cancel, read, start });
