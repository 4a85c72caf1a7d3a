import { answerProcedures } from "@/server/procedures";

// In production the server answers these itself (server.mjs); this is for development, and for its first moment.
export { answerProcedures as GET, answerProcedures as POST };
