import { router } from "../../trpc";
import { record } from "./record";

export const characteristicsRouter = router({ record });
