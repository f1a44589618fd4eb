/** Far larger than any file of a peer that a client may write; a software image of the twin has 64 KiB. */
export const UPLOAD_LIMIT_BYTES = 4 * 1024 * 1024;
