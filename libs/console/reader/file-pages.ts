import type { FilePagesView, FileView } from '@prongsai/kernel/contracts';
import { callApi, tenantKey, tenantPath } from '@prongsai/console/ui';
import { queryOptions } from '@tanstack/react-query';

/** While pictures are being made they are asked for again this often. */
const againMs = 1_500;

/** How a file is shown: its pages as pictures, itself as a picture, or not at all. */
export function shownAs(file: Pick<FileView, 'mediaType'>): 'pages' | 'picture' | 'download' {
  if (file.mediaType === 'application/pdf') return 'pages';
  return file.mediaType === 'image/jpeg' || file.mediaType === 'image/png' ? 'picture' : 'download';
}

/** Where a file's own bytes are. */
export function contentPath(slug: string, fileId: string): string {
  return `/api/v1${tenantPath(slug, 'files', fileId)}/content`;
}

/** The pages of a file; they refresh themselves until they are made, and stay for a weak connection. */
export function filePagesQuery(slug: string, file: Pick<FileView, 'id' | 'mediaType'>) {
  return queryOptions<FilePagesView>({
    queryKey: tenantKey(slug, 'file-pages', file.id), enabled: shownAs(file) === 'pages', staleTime: 60_000, gcTime: 600_000, refetchOnReconnect: true,
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? againMs : false),
    queryFn: ({ signal }) => callApi<FilePagesView>('GET', `${tenantPath(slug, 'files', file.id)}/pages`, undefined, signal),
  });
}
