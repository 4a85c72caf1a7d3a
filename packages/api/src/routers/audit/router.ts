import { router } from "../../trpc";
import { exportTrail } from "./export";
import { list } from "./list";
import { state } from "./state";
import { verify } from "./verify";

export const auditRouter = router({ export: exportTrail, list, state, verify });
