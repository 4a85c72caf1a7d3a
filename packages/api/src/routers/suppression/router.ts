import { router } from "../../trpc";
import { exportScript } from "./export-script";
import { read } from "./read";
import { readChange } from "./read-change";
import { startChange } from "./start-change";

export const suppressionRouter = router({ exportScript, read, readChange, startChange });
