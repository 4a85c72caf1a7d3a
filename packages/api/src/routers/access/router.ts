import { router } from "../../trpc";
import { read } from "./read";

export const accessRouter = router({ read });
