import { router } from "../../trpc";
import { exportFile } from "./export";
import { make } from "./make";

export const reportRouter = router({ export: exportFile, make });
