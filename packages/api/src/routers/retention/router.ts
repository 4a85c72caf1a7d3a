import { router } from "../../trpc";
import { read } from "./read";

export const retentionRouter = router({ read });
