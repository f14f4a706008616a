// Starts the app. Trunk's own loader is an inline script, which the page's policy forbids, and
// hides load errors; this one says on <html data-app="starting | running | failed"> how it
// went, so that the style sheet can show what doesn't work; "running" is the app's own to say.
// Whatever happens, the page that the server sent stays.
//
// A classic script, not a module: in a frame sandboxed to scripts alone a module is not even
// loaded unless the server allows the origin, and then nobody could say so.

const page = document.documentElement;

/** The address Trunk wrote for a part of the app: its "glue" script or its "wasm". */
const address = (part) => document.querySelector(`link[data-app="${part}"]`).href;

async function start() {
  // Asked for at once, so that script and module come side by side.
  const wasm = fetch(address("wasm"));
  wasm.catch(() => {}); // Reported below, should the script fail first.
  const glue = await import(address("glue"));
  const response = await wasm;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  await glue.default({ module_or_path: response });
}

page.dataset.app = "starting";
start().catch((error) => {
  page.dataset.app = "failed";
  document.querySelector(".boot-file").textContent = error.message;
});
