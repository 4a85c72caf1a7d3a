import { router } from "../../trpc";
import { exportTable } from "./export";
import { listMissing } from "./list-missing";
import { read } from "./read";

export const changeRouter = router({ export: exportTable, listMissing, read });
