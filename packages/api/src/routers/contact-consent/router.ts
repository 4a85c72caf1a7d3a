import { router } from "../../trpc";
import { record } from "./record";

export const contactConsentRouter = router({ record });
