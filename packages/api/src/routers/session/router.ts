import { router } from "../../trpc";
import { read } from "./read";

export const sessionRouter = router({ read });
