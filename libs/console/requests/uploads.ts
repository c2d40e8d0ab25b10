import type { FileView } from '@prongsai/kernel/contracts';
import { formatFileSize } from '@prongsai/kernel/thai';
import { asProblem, callApi, uploadFile, type Upload } from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

/** A file on its way to the server, or one that did not arrive. */
export interface Sending {
  key: number;
  file: File;
  /** Sent so far, 0 to 1. */
  part: number;
  /** Why it was not kept; null while it is on its way. */
  refused: string | null;
  /** Whether another try with the same file makes sense. */
  mayRetry: boolean;
}

/** Uploads one after another, keeps what failed with its sentence, and hands each stored file on. */
export function useUploads(slug: string, onStored: (file: FileView) => void) {
  const [sendings, setSendings] = useState<Sending[]>([]);
  const running = useRef(new Map<number, Upload>());
  const counter = useRef(0);
  const stored = useRef(onStored);
  stored.current = onStored;
  const { data: policy } = useQuery({
    queryKey: ['policies', 'files'], staleTime: Infinity,
    queryFn: ({ signal }) => callApi<{ maxBytes: number }>('GET', '/policies/files', undefined, signal),
  });
  useEffect(() => {
    const uploads = running.current;
    return () => { for (const upload of uploads.values()) upload.abort(); };
  }, []);

  const update = (key: number, change: Partial<Sending>) => setSendings((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const drop = (key: number) => setSendings((all) => all.filter((one) => one.key !== key));

  async function send(key: number, file: File): Promise<void> {
    const upload = uploadFile(slug, file, (part) => update(key, { part }));
    running.current.set(key, upload);
    try {
      stored.current(await upload.done);
      drop(key);
    } catch (error) {
      const problem = asProblem(error);
      const text = problem.status === 0 ? `ส่ง “${file.name}” ไม่สำเร็จ ข้อความที่พิมพ์ยังอยู่ครบ เลือก “ลองอีกครั้ง”` : (problem.fields[0]?.text ?? problem.detail);
      update(key, { refused: text, mayRetry: problem.status === 0 || problem.status >= 500 });
    } finally {
      running.current.delete(key);
    }
  }

  function add(files: Iterable<File>): void {
    for (const file of files) {
      const key = (counter.current += 1);
      const refused = refusedBefore(file, policy?.maxBytes);
      setSendings((all) => [...all, { key, file, part: 0, refused, mayRetry: false }]);
      if (!refused) void send(key, file);
    }
  }

  function retry(sending: Sending): void {
    update(sending.key, { refused: null, part: 0 });
    void send(sending.key, sending.file);
  }

  function remove(key: number): void {
    running.current.get(key)?.abort();
    drop(key);
  }

  return { sendings, add, retry, remove, maxBytes: policy?.maxBytes };
}

/** What can be said before a byte is sent: an empty file, or one over the limit that the server publishes. */
function refusedBefore(file: File, maxBytes: number | undefined): string | null {
  if (file.size === 0) return `“${file.name}” ไม่มีข้อมูล บันทึกไฟล์ใหม่แล้วแนบอีกครั้ง`;
  if (maxBytes !== undefined && file.size > maxBytes) {
    return `“${file.name}” ใหญ่ ${formatFileSize(file.size)} เกิน ${formatFileSize(maxBytes)} ลดขนาดหรือแบ่งไฟล์แล้วแนบใหม่`;
  }
  return null;
}
