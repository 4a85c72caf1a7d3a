import { router } from "../../trpc";
import { ask } from "./ask";
import { confirm } from "./confirm";
import { list } from "./list";
import { verify } from "./verify";

export const erasureRouter = router({ ask, confirm, list, verify });
