import { router } from "../../trpc";
import { read } from "./read";
import { record } from "./record";

export const contactConsentRouter = router({ read, record });
