import { router } from "../../trpc";
import { exportChart } from "./export";

export const chartRouter = router({ export: exportChart });
