import { router } from "../../trpc";
import { contacts } from "./contacts";
import { count } from "./count";
import { read } from "./read";

export const worklistRouter = router({ contacts, count, read });
