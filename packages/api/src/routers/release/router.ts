import { router } from "../../trpc";
import { ask } from "./ask";
import { decide } from "./decide";
import { list } from "./list";
import { preview } from "./preview";
import { take } from "./take";

export const releaseRouter = router({ ask, decide, list, preview, take });
