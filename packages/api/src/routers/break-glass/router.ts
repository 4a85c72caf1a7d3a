import { router } from "../../trpc";
import { end } from "./end";
import { list } from "./list";
import { open } from "./open";
import { review } from "./review";

export const breakGlassRouter = router({ end, list, open, review });
