import { router } from "../../trpc";
import { read } from "./read";

export const backupRouter = router({ read });
