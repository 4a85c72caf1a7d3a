import { router } from "../../trpc";
import { list } from "./list";
import { state } from "./state";
import { verify } from "./verify";

export const auditRouter = router({ list, state, verify });
