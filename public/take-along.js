// Makes a file of what is shown and has the browser save it. Fetched when the first one is asked for.

import { make } from "./take-along/taking.js";

/** Has the browser save a text. */
function save({ name, text, type }) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Makes and saves; answers the file's name, or nothing where nothing is shown. */
export async function take(wanted) {
  const file = await make(wanted);
  if (file.count === 0) return undefined;
  save(file);
  return file.name;
}
