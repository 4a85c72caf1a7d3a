import { randomUUID } from "node:crypto";
import { beginLaboratoryUpload } from "@alongside/services/laboratory-import/begin-upload";
import { checkLaboratoryFile } from "@alongside/services/laboratory-import/check";
import {
  expectOk,
  FILE_MAPPING,
  laboratoryFile,
  laboratoryWith,
  uploadLaboratoryFile,
} from "@alongside/services/testing/laboratory-files";
import { signedIn } from "@alongside/services/testing/test-context";
import { type AccessTable, plain, thing } from "./access-entry";
import { type Place, participantAt } from "./place";

/** A file is there for whoever sent it, here a nurse, and for those who may see results in every site. */
const file = { ...thing, atOneSite: "laboratory-import.none" } as const;
/** Only whoever began an upload goes on with it. */
const upload = { ...thing, letIn: "laboratory-import.none" } as const;

const nurseAt = ({ db, programmeId }: Place) => signedIn(db, { programmeId, role: "clinic-staff" });

async function laboratoryAt(place: Place) {
  const nurse = await nurseAt(place);
  const laboratoryId = await laboratoryWith(nurse, place.programmeId);
  return { programmeId: place.programmeId, laboratoryId };
}

/** A file that has been checked, with one result in it and one question. */
async function checkedAt(place: Place) {
  const { programmeId } = place;
  const nurse = await nurseAt(place);
  const { code } = await participantAt(place);
  const rows = laboratoryFile([
    [code, "TND", "04/05/2026"],
    [code, "<40", "05/05/2026"],
  ]);
  const laboratoryId = await laboratoryWith(nurse, programmeId);
  const about = await uploadLaboratoryFile(nurse, programmeId, laboratoryId, rows);
  expectOk(await checkLaboratoryFile(nurse, about));
  return about;
}

/** An upload of three bytes that has begun. */
async function begunAt(place: Place) {
  const about = { programmeId: place.programmeId, importId: randomUUID() };
  const { laboratoryId } = await laboratoryAt(place);
  const input = { ...about, laboratoryId, fileName: "results.csv", bytes: 3 };
  expectOk(await beginLaboratoryUpload(await nurseAt(place), input));
  return about;
}

const programme = ({ programmeId }: Place) => ({ programmeId });
const notDetected = { state: "not-detected", comparator: null, value: null, unit: null } as const;

/** The entries of importing the files of laboratories. */
export const LABORATORY_IMPORT_ACCESS: Pick<AccessTable, "laboratoryImport"> = {
  laboratoryImport: {
    answer: {
      verb: "laboratory-import.answer",
      ...file,
      input: async (place) => {
        const answer = { text: "<40", assay: FILE_MAPPING.constants.assay.key, reading: notDetected };
        return { ...(await checkedAt(place)), answers: [answer] };
      },
    },
    beginUpload: {
      verb: "laboratory-import.send",
      ...thing,
      input: async (place) => {
        const about = { importId: randomUUID(), fileName: "results.csv", bytes: 3 };
        return { ...(await laboratoryAt(place)), ...about };
      },
    },
    cancel: {
      verb: "laboratory-import.run",
      ...file,
      input: async (place) => {
        const about = await checkedAt(place);
        await place.db.labImport.update({ where: { id: about.importId }, data: { status: "running" } });
        return about;
      },
    },
    check: { verb: "laboratory-import.check", ...file, input: checkedAt },
    discard: { verb: "laboratory-import.discard", ...file, input: checkedAt },
    finishUpload: { verb: "laboratory-import.send", ...upload, input: begunAt },
    list: { verb: "laboratory-import.read", ...plain, input: programme },
    listLaboratories: { verb: "laboratory.list", ...plain, input: programme },
    read: { verb: "laboratory-import.read", ...file, input: checkedAt },
    rows: { verb: "laboratory-import.read", ...file, input: checkedAt },
    run: { verb: "laboratory-import.run", ...file, input: checkedAt },
    saveLaboratory: {
      verb: "laboratory.save",
      ...plain,
      input: ({ programmeId }) => {
        const laboratoryId = randomUUID();
        return { programmeId, laboratoryId, name: `Laboratory ${laboratoryId.slice(0, 8)}` };
      },
    },
    saveMapping: {
      verb: "laboratory.save",
      ...thing,
      input: async (place) => {
        return { ...(await laboratoryAt(place)), basedOn: 1, mapping: { ...FILE_MAPPING, corrects: true } };
      },
    },
    sendPiece: {
      verb: "laboratory-import.send",
      ...upload,
      input: async (place) => ({ ...(await begunAt(place)), position: 0, content: "AAAA" }),
    },
    suggestMapping: { verb: "laboratory-import.check", ...file, input: checkedAt },
  },
};
