import { router } from "../../trpc";
import { read } from "./read";

export const homeRouter = router({ read });
