/** A kind of image by its first bytes, and by its end. */
export interface ImageKind {
  readonly name: "JPG" | "GIF" | "PNG";
  readonly mediaType: string;
  /** What a file of the kind begins with: one of these. */
  readonly signatures: readonly (readonly number[])[];
  /** The mark at the end of the image. */
  readonly end: readonly number[];
}

const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));

/**
 * JPEG (ITU-T T.81, SOI and the marker that follows, EOI), GIF87a and GIF89a (the trailer ends the last block), PNG (ISO/IEC
 * 15948, 5.2, and the chunk IEND with its checksum).
 */
export const imageKinds: readonly ImageKind[] = [
  { name: "JPG", mediaType: "image/jpeg", signatures: [[0xff, 0xd8, 0xff]], end: [0xff, 0xd9] },
  { name: "GIF", mediaType: "image/gif", signatures: [ascii("GIF87a"), ascii("GIF89a")], end: [0x00, 0x3b] },
  {
    name: "PNG",
    mediaType: "image/png",
    signatures: [[0x89, ...ascii("PNG"), 0x0d, 0x0a, 0x1a, 0x0a]],
    end: [...ascii("IEND"), 0xae, 0x42, 0x60, 0x82],
  },
];

/** The kind of an image, whatever its file is called. @returns undefined for anything else */
export const imageKindOf = (bytes: Uint8Array): ImageKind | undefined =>
  imageKinds.find(({ signatures }) =>
    signatures.some((signature) => signature.every((byte, place) => bytes[place] === byte)),
  );

/** Whether the end of an image is there. Programs write more behind it, so it need not be the last of the file. */
export const isWhole = (bytes: Uint8Array, { end }: ImageKind): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(end));
