import { router } from "../../trpc";
import { listOpen } from "./list-open";
import { read } from "./read";
import { record } from "./record";

export const consentRouter = router({ listOpen, read, record });
