import type { FileFormat } from "../../format";

/** The wording of one instrument in one language, loaded by a programme that holds the permission. */
export const WORDING_PACK_FORMAT = {
  slug: "wording-pack",
  title: { en: "Wording pack", zh: "措辞包" },
  mediaTypes: ["application/json", "text/csv"],
  extensions: [".json", ".csv"],
  reader: { file: "read-wording-pack", name: "readWordingPack" },
  writer: { file: "write-wording-pack", name: "writeWordingPack" },
  loss: {
    en: "Wording only: scoring, order and ranges belong to the instrument and are not in the file. The permission is stated when the pack is loaded.",
    zh: "仅含文字：计分、顺序和范围属于量表本身，不在文件中。授权信息在载入时另行填写。",
  },
} as const satisfies FileFormat;
