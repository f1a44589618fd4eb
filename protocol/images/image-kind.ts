/** A kind of image by its first bytes. */
export interface ImageKind {
  readonly name: "JPG" | "GIF" | "PNG";
  readonly mediaType: string;
  /** What a file of the kind begins with: one of these. */
  readonly signatures: readonly (readonly number[])[];
}

const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));

/** JPEG (ITU-T T.81, SOI and the marker that follows), GIF87a and GIF89a, PNG (ISO/IEC 15948, 5.2). */
export const imageKinds: readonly ImageKind[] = [
  { name: "JPG", mediaType: "image/jpeg", signatures: [[0xff, 0xd8, 0xff]] },
  { name: "GIF", mediaType: "image/gif", signatures: [ascii("GIF87a"), ascii("GIF89a")] },
  { name: "PNG", mediaType: "image/png", signatures: [[0x89, ...ascii("PNG"), 0x0d, 0x0a, 0x1a, 0x0a]] },
];

/** The kind of an image, whatever its file is called. @returns undefined for anything else */
export const imageKindOf = (bytes: Uint8Array): ImageKind | undefined =>
  imageKinds.find(({ signatures }) =>
    signatures.some((signature) => signature.every((byte, place) => bytes[place] === byte)),
  );
