import { router } from "../../trpc";
import { list } from "./list";
import { log } from "./log";
import { takeBack } from "./take-back";

export const supportContactRouter = router({ list, log, takeBack });
