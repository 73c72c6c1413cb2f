/**
 * Throws the refusal that the desk would give: a file above the agency's limit is refused before it is read
 * into memory.
 */
export function checkSize(file: File, bytesMax: number) {
  // Refusals are plain data, whoever gives them.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  if (file.size > bytesMax) throw { code: 'file_too_large', bytes_max: bytesMax };
}

/** Bytes in base64, in slices that no argument list overflows on. */
export function base64Of(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}
