import type { FilePageView, FileView } from '@prongsai/kernel/contracts';
import { useMedia, Words } from '@prongsai/console/ui';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { label } from './labels';
import { readerActOf, zoomed, zoomSteps, type Zoom } from './zoom';

/** The pages one below the other in a box of their own, with what moves and widens them. */
export function PageView({ file, count, pages }: { file: FileView; count: number; pages: readonly FilePageView[] }) {
  const box = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(1);
  const [zoom, setZoom] = useState<Zoom>(100);
  const [asText, setAsText] = useState(false);
  const hasText = pages.some(({ text }) => text !== '');
  useEffect(() => watchPages(box.current, setCurrent), [pages.length, asText]);

  function go(number: number): void {
    const page = box.current?.querySelector<HTMLElement>(`[data-page="${Math.min(Math.max(number, 1), pages.length)}"]`);
    // Only the box moves, never the screen around it.
    if (page && box.current) box.current.scrollTo({ top: page.offsetTop - 8 });
  }
  function press(event: KeyboardEvent): void {
    const act = readerActOf(event);
    if (!act) return;
    event.preventDefault();
    if (act === 'larger') setZoom(zoomed(zoom, 1));
    else if (act === 'smaller') setZoom(zoomed(zoom, -1));
    else if (act === 'fit') setZoom(100);
    else go(current + (act === 'next' ? 1 : -1));
  }
  const widest = zoomSteps[zoomSteps.length - 1];
  // On a phone the page comes first, and what moves it lies nearer to the thumb.
  const isWide = useMedia('(min-width: 760px)');
  const bar = (
    <div className="reader-bar" role="group" aria-label={label('reader.region')}>
      {pages.length > 1 && <button type="button" className="tool" onClick={() => go(current - 1)} aria-disabled={current <= 1}><span aria-hidden="true">‹</span><span className="vh">{label('reader.previous')}</span></button>}
      <span className="nb sm">{`หน้า ${current} จาก ${count}`}</span>
      {pages.length > 1 && <button type="button" className="tool" onClick={() => go(current + 1)} aria-disabled={current >= pages.length}><span aria-hidden="true">›</span><span className="vh">{label('reader.next')}</span></button>}
      <span className="push" />
      {!asText && (
        <>
          <button type="button" className="tool" onClick={() => setZoom(zoomed(zoom, -1))} aria-disabled={zoom === 100}><span aria-hidden="true">−</span><span className="vh">{label('reader.smaller')}</span></button>
          <button type="button" className="tool" onClick={() => setZoom(zoomed(zoom, 1))} aria-disabled={zoom === widest}><span aria-hidden="true">+</span><span className="vh">{label('reader.larger')}</span></button>
          {zoom !== 100 && <button type="button" className="tool" onClick={() => setZoom(100)}>{label('reader.fit')}</button>}
        </>
      )}
      {hasText && <button type="button" className="tool" aria-pressed={asText} onClick={() => setAsText(!asText)}>{label('reader.asText')}</button>}
    </div>
  );
  return (
    <>
      {isWide && bar}
      <div className={`pages zoom-${zoom} ${asText ? 'as-text' : ''}`} ref={box} tabIndex={0} role="region" aria-label={`หน้าของ ${file.name}`} onKeyDown={press}>
        {pages.map((page) => (
          <div className="page" key={page.number} data-page={page.number}>
            {asText ? <PageText page={page} /> : <PagePicture page={page} file={file} count={count} />}
          </div>
        ))}
        {pages.length < count && <p className="reader-note"><Words>{`แสดง ${pages.length} หน้าแรก จาก ${count} หน้า เปิดทั้งไฟล์เพื่ออ่านต่อ`}</Words></p>}
      </div>
      {!isWide && bar}
    </>
  );
}

/** One page's picture with its words for those who do not see it. A picture that does not come can be asked for again. */
function PagePicture({ page, file, count }: { page: FilePageView; file: FileView; count: number }) {
  const [tries, setTries] = useState(0);
  const [failed, setFailed] = useState(false);
  const again = () => { setFailed(false); setTries((all) => all + 1); };
  useEffect(() => {
    if (!failed) return undefined;
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [failed]);
  const name = page.height ? `หน้า ${page.number} จาก ${count} ของ ${file.name}` : `ภาพจากไฟล์ ${file.name}`;
  if (failed) {
    return (
      <div className="reader-note" role="status">
        <p>{`หน้า ${page.number} ยังไม่มา ตรวจสัญญาณแล้วลองอีกครั้ง`}</p>
        <button type="button" className="btn sec small" onClick={again}>{label('reader.again')}</button>
      </div>
    );
  }
  return (
    <>
      <img key={tries} src={page.url} alt={name} loading={page.number === 1 ? 'eager' : 'lazy'} decoding="async" onError={() => setFailed(true)} {...(page.height ? { width: page.width, height: page.height } : {})} />
      {page.text && <div className="vh pre" lang="th">{page.text}</div>}
    </>
  );
}

function PageText({ page }: { page: FilePageView }) {
  return (
    <>
      <h3 className="small-h">{`หน้า ${page.number}`}</h3>
      {page.text ? <p className="pre measure" lang="th">{page.text}</p> : <p className="muted">หน้านี้เป็นภาพ ไม่มีข้อความ</p>}
    </>
  );
}

/** Hears which page is read: the one across the middle of the box. */
function watchPages(box: HTMLElement | null, hear: (number: number) => void): (() => void) | undefined {
  if (!box) return undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      const seen = entries.find(({ isIntersecting }) => isIntersecting);
      if (seen) hear(Number((seen.target as HTMLElement).dataset['page']));
    },
    { root: box, rootMargin: '-45% 0px -50% 0px' },
  );
  for (const page of box.querySelectorAll('[data-page]')) observer.observe(page);
  return () => observer.disconnect();
}
