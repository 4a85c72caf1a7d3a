import { router } from "../../trpc";
import { contacts } from "./contacts";
import { count } from "./count";
import { exportList } from "./export";
import { exportContacts } from "./export-contacts";
import { read } from "./read";

export const worklistRouter = router({ contacts, count, export: exportList, exportContacts, read });
