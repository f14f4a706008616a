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

/** Every section: its kind or, where it has one, its name; where it begins, its contents, and its end. */
function* sections(wasm) {
  for (let begin = 8, end; begin < wasm.length; begin = end) {
    const kind = wasm[begin];
    let [length, at] = numberAt(wasm, begin + 1);
    end = at + length;
    if (kind !== 0) yield { is: kind, begin, at, end };
    else {
      [length, at] = numberAt(wasm, at);
      yield { is: wasm.toString("utf8", at, at + length), begin, at: at + length, end };
    }
  }
}

/** Where the contents of the section of that kind or name stand in the file. */
export function section(wasm, wanted) {
  for (const it of sections(wasm)) if (it.is === wanted) return it;
  throw new Error(`the WebAssembly has no section ${wanted}`);
}

/** The file without what the linker noted for other linkers: of a file changed since, it isn't true. */
export function withoutNotes(wasm) {
  const kept = [...sections(wasm)].filter(({ is }) => !/^(linking|reloc\..*)$/.test(is));
  return Buffer.concat([wasm.subarray(0, 8), ...kept.map(({ begin, end }) => wasm.subarray(begin, end))]);
}
