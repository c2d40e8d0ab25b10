import { z } from 'zod';

/** One page of a document as a picture. */
export const FilePageView = z.object({
  /** Counted from 1. */
  number: z.number(),
  /** Pixels. */
  width: z.number(),
  height: z.number(),
  /** The page's text layer; empty for a scanned page. */
  text: z.string(),
  /** Path on the console's own host. */
  url: z.string(),
});
export type FilePageView = z.infer<typeof FilePageView>;

/** Why a file has no pictures: it is no PDF, it is locked, it cannot be read, or it takes more than a page may. */
export const noPreviewReasons = ['kind', 'locked', 'damaged', 'heavy'] as const;

/** The pages of a file. `count` is how many the document has; `pages` may be fewer (the first thirty). */
export const FilePagesView = z.object({
  state: z.enum(['waiting', 'ready', 'none']),
  reason: z.enum(noPreviewReasons).nullable(),
  count: z.number(),
  pages: z.array(FilePageView),
});
export type FilePagesView = z.infer<typeof FilePagesView>;

/** One class of file, what is done with it and why, in Thai. */
export const FilePolicyRow = z.object({
  class: z.string(),
  outcome: z.enum(['accepted', 'refused']),
  title: z.string(),
  sentence: z.string(),
  code: z.string().optional(),
  /** What the sender is told; `{…}` stands for the file's name, its size, the limit. */
  message: z.string().optional(),
});
export type FilePolicyRow = z.infer<typeof FilePolicyRow>;

/** What is done with each class of file (SPEC 7): the table by which the server judges and the console looks before it sends. */
export const FilePolicyView = z.object({
  maxBytes: z.number(),
  /** Whether files are scanned for viruses here. */
  scanned: z.boolean(),
  /** Allowed endings of names, without the dot. */
  endings: z.array(z.string()),
  items: z.array(FilePolicyRow),
});
export type FilePolicyView = z.infer<typeof FilePolicyView>;
