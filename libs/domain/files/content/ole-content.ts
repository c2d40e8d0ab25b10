import { Damaged, FileBytes } from './file-bytes';
import { AllowedType, RefusedClass } from './file.policy';

const entrySize = 128;
const endOfChain = 0xfffffffa;

/**
 * Names of the storages and streams of an OLE compound file ([MS-CFB]: header, FAT, chain of directory sectors).
 * Throws `Damaged` when the structure leads outside the file or in a circle.
 */
export async function oleNames(bytes: FileBytes): Promise<string[]> {
  const header = await bytes.read(0, 512);
  const sectorShift = header.readUInt16LE(30);
  if (sectorShift !== 9 && sectorShift !== 12) throw new Damaged('sector size');
  const sectorSize = 1 << sectorShift;
  const sectorCount = Math.ceil(bytes.size / sectorSize);
  const perSector = sectorSize / 4;
  const sector = (number: number) => bytes.read((number + 1) * sectorSize, sectorSize);

  const fatSectors: number[] = [];
  const collect = (table: Buffer, count: number) => {
    for (let index = 0; index < count; index += 1) {
      const number = table.readUInt32LE(index * 4);
      if (number < endOfChain) fatSectors.push(number);
    }
  };
  collect(header.subarray(76), 109);
  for (let number = header.readUInt32LE(68), steps = 0; number < endOfChain; steps += 1) {
    if (steps > sectorCount) throw new Damaged('the table of tables runs in a circle');
    const table = await sector(number);
    collect(table, perSector - 1);
    number = table.readUInt32LE((perSector - 1) * 4);
  }

  const next = async (number: number): Promise<number> => {
    const fatSector = fatSectors[Math.floor(number / perSector)];
    if (fatSector === undefined) throw new Damaged('a chain leaves the table');
    return (await bytes.read((fatSector + 1) * sectorSize + (number % perSector) * 4, 4)).readUInt32LE(0);
  };

  const names: string[] = [];
  for (let number = header.readUInt32LE(48), steps = 0; number < endOfChain; number = await next(number), steps += 1) {
    if (steps > sectorCount) throw new Damaged('the directory runs in a circle');
    const directory = await sector(number);
    for (let at = 0; at < sectorSize; at += entrySize) {
      const nameBytes = directory.readUInt16LE(at + 64);
      if (directory[at + 66] === 0 || nameBytes < 2 || nameBytes > 64) continue;
      names.push(directory.toString('utf16le', at, at + nameBytes - 2));
    }
  }
  if (names.length === 0) throw new Damaged('no directory');
  return names;
}

/** What an OLE file is: one of the two old Office types, something refused, or another kind (PowerPoint, mail, installer). */
export async function inspectOle(bytes: FileBytes): Promise<{ type: Extract<AllowedType, 'doc' | 'xls'> | null; refused: RefusedClass | null }> {
  const names = new Set((await oleNames(bytes)).map((name) => name.toLowerCase()));
  const type = names.has('worddocument') ? 'doc' : names.has('workbook') || names.has('book') ? 'xls' : null;
  // Word and Excel keep an encrypted .docx or .xlsx as a stream of an OLE file.
  if (names.has('encryptedpackage')) return { type, refused: 'office_password' };
  if (names.has('_vba_project') || names.has('_vba_project_cur')) return { type, refused: 'macro' };
  return { type, refused: null };
}
