import { Agent } from "node:http";
import { makeParticipantCode } from "@alongside/domain/identity/participant-code";
import { PIECE_BYTES } from "@alongside/services/laboratory-import/inputs";
import { uuidv7 } from "uuidv7";
import type { BenchApp } from "./bench-app";
import { makeBenchProgramme } from "./bench-programme";
import type { Figure } from "./figure";
import { post } from "./http-load";
import { peakMegabytes } from "./process-usage";

const PEOPLE = 20_000;
const EACH = 5;
const ROWS = PEOPLE * EACH;
const MOST_MEGABYTES = 700;
const DAY_MS = 86_400_000;

/** A laboratory's file of 100,000 viral loads of 20,000 people through upload, dry run and run, and once more. */
export async function laboratoryImportBench(app: BenchApp): Promise<readonly Figure[]> {
  const { programmeId, siteIds, cohortIds } = await makeBenchProgramme(app.db, app.userId, "bench-laboratory-import");
  await app.db.membership.create({ data: { userId: app.userId, programmeId, role: "clinic-staff" } });
  const codes = await enrol(app, programmeId, siteIds[0], cohortIds[0]);
  const call = async (procedure: string, json: object) => {
    const path = `/api/trpc/laboratoryImport.${procedure}`;
    const answer = await post(new Agent(), app, { path, body: JSON.stringify({ json: { programmeId, ...json } }) });
    const read = JSON.parse(answer);
    if (read.error !== undefined) throw new Error(`${procedure}: ${JSON.stringify(read.error).slice(0, 500)}`);
    return read.result.data.json;
  };
  const laboratoryId = uuidv7();
  await call("saveLaboratory", { laboratoryId, name: "Bench laboratory" });
  const columns = { participant: "code", result: "result", collectedOn: "collected" };
  const constants = { specimen: "plasma", assay: { key: "abbott-realtime-plasma-600", edition: "1" } };
  await call("saveMapping", { laboratoryId, basedOn: 0, mapping: { columns, constants } });

  const file = Buffer.from(resultsFile(codes));
  const upload = async (): Promise<string> => {
    const importId = uuidv7();
    await call("beginUpload", { importId, laboratoryId, fileName: "bench.csv", bytes: file.length });
    for (let position = 0; position * PIECE_BYTES < file.length; position += 1) {
      const piece = file.subarray(position * PIECE_BYTES, (position + 1) * PIECE_BYTES);
      await call("sendPiece", { importId, position, content: piece.toString("base64") });
    }
    await call("finishUpload", { importId });
    return importId;
  };
  const timed = async (procedure: string, importId: string, outcome: "new" | "same") => {
    const began = performance.now();
    const { counts } = await call(procedure, { importId });
    if (counts?.[outcome] !== ROWS) throw new Error(`${procedure}: ${JSON.stringify(counts)}`);
    return (1000 * ROWS) / (performance.now() - began);
  };
  const first = await upload();
  const [checked, run] = [await timed("check", first, "new"), await timed("run", first, "new")];
  const second = await upload();
  await timed("check", second, "same");
  const again = await timed("run", second, "same");
  const figure = (what: string, value: number): Figure => ({ bench: "laboratory-import", what, value, unit: "rows/s" });
  return [
    figure("dry run, 100,000 rows", checked),
    figure("run, 100,000 rows", run),
    figure("the same file again", again),
    {
      ...{ bench: "laboratory-import", what: "peak memory of the server", value: peakMegabytes(app.pid), unit: "MB" },
      aim: { comparison: "at-most", value: MOST_MEGABYTES },
    },
  ];
}

async function enrol({ db }: BenchApp, programmeId: string, siteId: string, cohortId: string) {
  const people = Array.from({ length: PEOPLE }, (_, index) => ({
    id: uuidv7(),
    code: makeParticipantCode([1, 0, index >> 15, (index >> 10) & 31, (index >> 5) & 31, index & 31]),
  }));
  const [ids, codes] = [people.map(({ id }) => id), people.map(({ code }) => code)];
  await db.$executeRaw`
    INSERT INTO participant (participant_id, programme_id, site_id, cohort_id, code)
    SELECT id, ${programmeId}::uuid, ${siteId}::uuid, ${cohortId}::uuid, code
      FROM unnest(${ids}::uuid[], ${codes}::text[]) AS t(id, code)`;
  await db.$executeRaw`
    INSERT INTO participant_code (claim, participant_id)
    SELECT ${`${programmeId}:`} || code, id FROM unnest(${ids}::uuid[], ${codes}::text[]) AS t(id, code)`;
  await db.$executeRaw`
    INSERT INTO enrolment (participant_id, id, programme_id, status, enrolled_on)
    SELECT id, gen_random_uuid(), ${programmeId}::uuid, 'active', current_date - 1800 FROM unnest(${ids}::uuid[]) AS t(id)`;
  await db.$executeRaw`ANALYZE`;
  return codes;
}

/** One batch of days after the other, as a laboratory's archive would be. */
function resultsFile(codes: readonly string[]): string {
  const lines = ["code,result,collected,name"];
  for (let round = 0; round < EACH; round += 1) {
    for (const [index, code] of codes.entries()) {
      const day = new Date(Date.now() - (1700 - 300 * round + (index % 100)) * DAY_MS).toISOString().slice(0, 10);
      const result = index % 3 === 0 ? "TND" : index % 3 === 1 ? `detected < 40` : String(50 + ((index * 7) % 90));
      lines.push(`${code},${result},${day},-`);
    }
  }
  return `${lines.join("\n")}\n`;
}
