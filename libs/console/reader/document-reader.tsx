import type { FilePagesView, FileView } from '@prongsai/kernel/contracts';
import { fileFacts, FileMark, Icon, useMedia, Words } from '@prongsai/console/ui';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { contentPath, filePagesQuery, shownAs } from './file-pages';
import { label } from './labels';
import { PageView } from './page-view';

/**
 * The documents of a request, to be read here: pages as pictures with their words, on any phone. Several files stand as
 * a list above. Every file can also be opened whole and taken home.
 */
export function DocumentReader({ slug, files }: { slug: string; files: readonly FileView[] }) {
  const [chosen, setChosen] = useState(files[0]?.id);
  const file = files.find(({ id }) => id === chosen) ?? files[0];
  if (!file) return null;
  return (
    <div className="reader">
      {files.length > 1 && (
        <ul className="reader-files plain" aria-label={label('reader.files')}>
          {files.map((one, index) => (
            <li key={one.id}>
              <button type="button" aria-pressed={one.id === file.id} onClick={() => setChosen(one.id)}>
                <span className="vh">{`ไฟล์ที่ ${index + 1} `}</span><FileMark name={one.name} /><span>{one.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <OneDocument key={file.id} slug={slug} file={file} />
    </div>
  );
}

function OneDocument({ slug, file }: { slug: string; file: FileView }) {
  const query = useQuery(filePagesQuery(slug, file));
  const count = query.data?.count ?? 0;
  const content = contentPath(slug, file.id);
  // On a phone the pages come first.
  const isWide = useMedia('(min-width: 760px)');
  const links = (
    <>
      <a className="btn quiet small" href={content} target="_blank" rel="noopener">{label('reader.open')}<span className="vh"> {file.name} {label('reader.inNewTab')}</span></a>
      <a className="btn quiet small" href={content} download={file.name}>{label('reader.download')}<span className="vh"> {file.name}</span></a>
    </>
  );
  return (
    <section className="document" aria-label={`${label('reader.region')} ${file.name}`}>
      <header className="document-head">
        <div className="grow">
          <b>{file.name}</b>
          <p className="xs muted">{fileFacts(file.name, file.size)}{count > 0 && <> · <span className="nb">{count} หน้า</span></>}</p>
        </div>
        {isWide && links}
      </header>
      <DocumentBody file={file} query={query} content={content} />
      {!isWide && <footer className="document-foot">{links}</footer>}
    </section>
  );
}

function DocumentBody({ file, query, content }: { file: FileView; query: UseQueryResult<FilePagesView>; content: string }) {
  const way = shownAs(file);
  if (way === 'picture') return <PageView file={file} count={1} pages={[{ number: 1, width: 0, height: 0, text: '', url: content }]} />;
  if (way === 'download') return <NoPreview words="ไฟล์ชนิดนี้แสดงที่นี่ไม่ได้ เปิดหรือดาวน์โหลดไปอ่าน" />;
  const pages = query.data;
  if (!pages && query.error) return <NoPreview words="อ่านหน้าเอกสารไม่สำเร็จ ตรวจสัญญาณแล้วลองอีกครั้ง" onRetry={() => void query.refetch()} />;
  if (!pages) return <p className="reader-note muted" role="status">กำลังอ่านเอกสาร</p>;
  if (pages.state === 'waiting') return <p className="reader-note muted" role="status"><Words>กำลังทำภาพหน้าเอกสาร จะแสดงเองเมื่อเสร็จ ระหว่างนี้เปิดทั้งไฟล์ได้</Words></p>;
  if (pages.state === 'none') return <NoPreview words={whyNone[pages.reason ?? 'damaged']} />;
  return <PageView file={file} count={pages.count} pages={pages.pages} />;
}

const whyNone = {
  kind: 'ไฟล์ชนิดนี้แสดงที่นี่ไม่ได้ เปิดหรือดาวน์โหลดไปอ่าน',
  locked: 'เอกสารนี้มีรหัสผ่าน จึงแสดงที่นี่ไม่ได้ ส่งกลับให้ผู้ขอแนบฉบับที่ไม่มีรหัสผ่าน',
  damaged: 'อ่านเอกสารนี้ไม่ได้ ไฟล์อาจเสีย เปิดทั้งไฟล์เพื่อตรวจก่อนพิจารณา',
  heavy: 'เอกสารนี้ซับซ้อนเกินกว่าจะทำภาพหน้าได้ เปิดทั้งไฟล์เพื่ออ่าน',
};

function NoPreview({ words, onRetry }: { words: string; onRetry?: () => void }) {
  return (
    <div className="reader-note" role="status">
      <p><Icon name="document" /> <Words>{words}</Words></p>
      {onRetry && <button type="button" className="btn sec small" onClick={onRetry}>{label('reader.again')}</button>}
    </div>
  );
}
