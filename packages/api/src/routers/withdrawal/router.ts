import { router } from "../../trpc";
import { count } from "./count";
import { listWiped } from "./list-wiped";
import { record } from "./record";

export const withdrawalRouter = router({ count, listWiped, record });
