import { router } from "../../trpc";
import { create } from "./create";
import { read } from "./read";
import { update } from "./update";

export const programmeRouter = router({ create, read, update });
