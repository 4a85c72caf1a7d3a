import { router } from "../../trpc";
import { recordStart } from "./record-start";

export const treatmentRouter = router({ recordStart });
