import { router } from "../../trpc";
import { read } from "./read";

export const outcomeRouter = router({ read });
