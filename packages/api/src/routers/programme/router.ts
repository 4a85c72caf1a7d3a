import { router } from "../../trpc";
import { read } from "./read";

export const programmeRouter = router({ read });
