import { router } from "../../trpc";
import { open } from "./open";
import { read } from "./read";
import { record } from "./record";

export const counsellingRouter = router({ open, read, record });
