import { aZip, type ZipPart } from './made-zip';

const mainParts = {
  docx: ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
  xlsx: ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
  pptx: ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'],
} as const;

/** An Office file of the new kind with its main part and what is added. */
export function anOfficeFile(kind: keyof typeof mainParts, added: ZipPart[] = [], mainType: string = mainParts[kind][1]): Buffer {
  const [part] = mainParts[kind];
  return aZip([
    { name: '[Content_Types].xml', data: `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="${mainType}"/></Types>` },
    ...(added.some(({ name }) => name === part) ? [] : [{ name: part, data: '<?xml version="1.0"?><document/>' }]),
    ...(added.some(({ name }) => name === '_rels/.rels') ? [] : [{ name: '_rels/.rels', data: '<?xml version="1.0"?><Relationships/>' }]),
    ...added,
  ]);
}

/** A part that says what another part points at: kind, target and mode of each. */
export function relations(part: string, ...all: Array<[kind: string, target: string, mode?: 'External']>): ZipPart {
  const name = part.replace(/([^/]*)$/, '_rels/$1.rels');
  const lines = all.map(([kind, target, mode], index) => `<Relationship Id="r${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`);
  return { name, data: `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>` };
}

/** The text of a Word file with what stands in its one paragraph. */
export function wordText(paragraph: string, name = 'word/document.xml'): ZipPart {
  return { name, data: `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${paragraph}</w:p></w:body></w:document>` };
}

/** A field as Word writes it, its code in the pieces given. */
export function wordField(...pieces: string[]): string {
  const mark = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  return `${mark('begin')}${pieces.map((piece) => `<w:r><w:instrText xml:space="preserve">${piece}</w:instrText></w:r>`).join('')}${mark('separate')}<w:r><w:t>ผล</w:t></w:r>${mark('end')}`;
}
