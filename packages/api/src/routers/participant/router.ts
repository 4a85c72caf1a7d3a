import { router } from "../../trpc";
import { enrol } from "./enrol";

export const participantRouter = router({ enrol });
