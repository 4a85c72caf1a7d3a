import { router } from "../../trpc";
import { read } from "./read";
import { readChange } from "./read-change";
import { startChange } from "./start-change";

export const suppressionRouter = router({ read, readChange, startChange });
