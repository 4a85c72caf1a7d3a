import { router } from "../../trpc";
import { exportScript } from "./export-script";
import { read } from "./read";

export const outcomeRouter = router({ exportScript, read });
