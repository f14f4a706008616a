// Finds its way in a WebAssembly file.

/** The number that stands at a place, in LEB128, and the place after it. */
export function numberAt(wasm, at) {
  let value = 0;
  for (let shift = 0, byte = 0x80; byte & 0x80; shift += 7) {
    byte = wasm[at++];
    value |= (byte & 0x7f) << shift;
  }
  return [value >>> 0, at];
}

/** Where the contents of the section of that kind stand in the file. */
export function section(wasm, wanted) {
  let at = 8;
  while (at < wasm.length) {
    const kind = wasm[at];
    const [length, begin] = numberAt(wasm, at + 1);
    at = begin + length;
    if (kind === wanted) return { at: begin, end: at };
  }
  throw new Error(`the WebAssembly has no section of kind ${wanted}`);
}
