import { router } from "../../trpc";
import { save } from "./save";

export const assessmentRouter = router({ save });
