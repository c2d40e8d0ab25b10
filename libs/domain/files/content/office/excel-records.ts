import type { RefusedClass } from '../file.policy';

/** Record numbers of BIFF ([MS-XLS] 2.3; BIFF5 where it differs). */
const record = { filePass: 0x2f, boundSheet: 0x85, supBook: 0x1ae, externSheet: 0x17, dConn: 0x876, queryTable: 0x1ad } as const;
/** What a supporting book says instead of a path: this workbook, or functions that were added. */
const [ownBook, addIns] = [0x0401, 0x3a01];
const macroSheet = 1;

/** What is wrong with an old Excel workbook, by the records of its stream: encryption, macro sheets, links, data sources. */
export function excelFinding(stream: Buffer): RefusedClass | null {
  for (let at = 0; at + 4 <= stream.length; ) {
    const [id, length] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)];
    const data = stream.subarray(at + 4, at + 4 + length);
    if (id === record.filePass) return 'office_password';
    if (id === record.boundSheet && data[5] === macroSheet) return 'macro';
    if (id === record.supBook && data.length >= 4 && ![ownBook, addIns].includes(data.readUInt16LE(2))) return 'office_linked';
    // In BIFF5 a sheet outside stands by its coded name: 1 is a path, 2 this book's own, 3 a sheet of this book.
    if (id === record.externSheet && isCodedPath(data)) return 'office_linked';
    if (id === record.dConn || id === record.queryTable) return 'office_linked';
    at += 4 + length;
  }
  return null;
}

function isCodedPath(data: Buffer): boolean {
  return data.length > 2 && data[0] === data.length - 2 && data[1] === 1;
}
