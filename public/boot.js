// Starts the app, and does what the page does without it. Trunk's own loader is an inline script,
// which the page's policy forbids, and hides load errors; this one says on
// <html data-app="starting | running | failed"> how it went, so that the style sheet can show what
// doesn't work. Whatever happens, the reader keeps a page.
//
// A classic script, not a module: in a frame sandboxed to scripts alone a module is not even
// loaded unless the server allows the origin, and then nobody could say so.

import { offerBrush } from "./boot/brush.js";
import { offerSuggestions } from "./boot/combobox.js";
import { offerCopies } from "./boot/copying.js";
import { offerDialogs } from "./boot/dialogs.js";
import { fail, watchForTraps } from "./boot/failure.js";
import { takeOver } from "./boot/hand-over.js";
import { offerKeys } from "./boot/keys.js";
import { rememberLanguage, rememberedAddress } from "./boot/language.js";
import { offerMoments } from "./boot/moments.js";
import { offerPaper } from "./boot/paper.js";
import { attend, rememberSteps, write } from "./boot/steps.js";
import { answerShown, offerDownloads, shown } from "./boot/taking.js";
import { offerThemes } from "./boot/theme.js";

/** The address Trunk wrote for a part of the app: its "glue" script or its "wasm". */
const address = (part) => new URL(document.querySelector(`meta[data-app="${part}"]`).content, document.baseURI).href;

/** Waits until the words are on the screen. A page that nobody looks at is never painted. */
const painted = () =>
  document.hidden || new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Has the browser fetch the page's data beside the app, which asks for it only when it runs. */
function preloadData() {
  const { lang, dataset } = document.documentElement;
  const subject = /\/((?:events|episodes)\/[^/]+)\/(?:index\.html)?$/.exec(location.pathname)?.[1];
  for (const name of ["messages", "index", subject ?? "general"]) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous" });
    link.href = `${dataset.root}published/${lang}/${name}.json`;
    document.head.append(link);
  }
}

/** The WebAssembly, started. It is compiled while it comes if the server calls it what it is. */
async function instance(response, imports) {
  const isStreamed = response.headers.get("content-type") === "application/wasm";
  const made = isStreamed
    ? WebAssembly.instantiateStreaming(response, imports)
    : WebAssembly.instantiate(await response.arrayBuffer(), imports);
  return (await made).instance;
}

async function start() {
  // On a slow line whatever is fetched now would be fetched instead of the page.
  await painted();
  // Asked for at once, so that script and module come side by side.
  const wasm = fetch(address("wasm"));
  wasm.catch(() => {}); // Reported below, should the script fail first.
  preloadData();
  const { begin, imports } = await import(address("glue"));
  const response = await wasm;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  try {
    begin(await instance(response, imports()));
  } catch (error) {
    throw new Error(`${response.url}: ${error.message}`);
  }
}

/** A task may last so long; a phone's frame is not much longer. */
const SLICE_MS = 12;
let began = 0;

/** Ends the task at hand if it has lasted for long, so that the browser can see to the reader. */
async function pause() {
  if (performance.now() - began < SLICE_MS) return;
  await (window.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
  began = performance.now();
}

const elsewhere = rememberedAddress();
if (elsewhere) {
  location.replace(elsewhere);
} else {
  // What the app calls, and what it tells.
  window.qawlan = { answerShown, attend, fail, painted, pause, shown, takeOver, write };
  document.documentElement.dataset.app = "starting";
  offerThemes();
  rememberLanguage();
  rememberSteps();
  offerBrush();
  offerCopies();
  offerMoments();
  offerDownloads();
  offerDialogs();
  offerKeys();
  offerPaper();
  offerSuggestions();
  watchForTraps();
  // A page that is no state of the app names no part of it.
  if (document.querySelector("meta[data-app]")) start().catch((error) => fail(error.message));
}
