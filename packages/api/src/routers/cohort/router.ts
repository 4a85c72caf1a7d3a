import { router } from "../../trpc";
import { create } from "./create";
import { update } from "./update";

export const cohortRouter = router({ create, update });
