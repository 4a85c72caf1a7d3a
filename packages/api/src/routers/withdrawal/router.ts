import { router } from "../../trpc";
import { listWiped } from "./list-wiped";
import { record } from "./record";

export const withdrawalRouter = router({ listWiped, record });
