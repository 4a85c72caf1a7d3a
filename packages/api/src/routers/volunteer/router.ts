import { router } from "../../trpc";
import { add } from "./add";
import { end } from "./end";
import { list } from "./list";

export const volunteerRouter = router({ add, end, list });
