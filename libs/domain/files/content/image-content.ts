import sharp from 'sharp';
import { Damaged } from './file-bytes';
import { mostPixels } from './file.policy';

// One picture with one thread and nothing kept: many uploads at once must not take the machine or its memory.
sharp.concurrency(1);
sharp.cache(false);

/** Tries for a photograph that would grow by being written again: quality of JPEG, best first. */
const qualities = [90, 80, 70];

type Kind = 'jpg' | 'png';

/** Opens a picture by its beginning. Answers false when it has more dots than are allowed; throws `Damaged` when it is none. */
export async function hasAllowedPixels(bytes: Buffer): Promise<boolean> {
  try {
    const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return width * height * pages <= mostPixels;
  } catch (error) {
    throw new Damaged(`not a picture: ${String(error)}`);
  }
}

/**
 * The picture written anew: upright, in sRGB, without place, camera, thumbnails or anything hidden behind its end. Throws
 * `Damaged` when its dots cannot be read.
 */
export async function encodeAnew(bytes: Buffer, kind: Kind): Promise<Buffer> {
  const picture = () => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true }).rotate();
  try {
    if (kind === 'png') return await picture().png({ compressionLevel: 8 }).toBuffer();
    let best: Buffer | null = null;
    for (const quality of qualities) {
      best = await picture().jpeg({ quality }).toBuffer();
      if (best.length <= bytes.length) return best;
    }
    return best as Buffer;
  } catch (error) {
    throw new Damaged(`a picture that cannot be read: ${String(error)}`);
  }
}
