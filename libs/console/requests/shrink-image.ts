/** A photograph loses nothing that matters on a screen down to this; a scan of text would, so the size goes first. */
const jpegQuality = 0.86;
const mostTries = 8;

/**
 * A picture made small enough for the limit, of the same kind and name, by drawing it smaller; what a camera wrote about
 * the place is gone with it. Null when the browser cannot read it or it will not fit.
 */
export async function shrinkImage(file: File, maxBytes: number): Promise<File | null> {
  const type = /\.png$/i.test(file.name) ? 'image/png' : 'image/jpeg';
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    let scale = Math.min(1, Math.sqrt(maxBytes / file.size));
    for (let tries = 0; tries < mostTries; tries += 1) {
      const blob = await drawn(picture, scale, type);
      if (blob && blob.size <= maxBytes) return new File([blob], file.name, { type });
      scale *= blob ? Math.min(0.9, Math.sqrt(maxBytes / blob.size)) : 0.7;
    }
    return null;
  } finally {
    picture.close();
  }
}

function drawn(picture: ImageBitmap, scale: number, type: string): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.resolve(null);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, type, jpegQuality));
}
