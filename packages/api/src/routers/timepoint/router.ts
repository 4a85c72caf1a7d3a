import { router } from "../../trpc";
import { create } from "./create";
import { update } from "./update";

export const timepointRouter = router({ create, update });
