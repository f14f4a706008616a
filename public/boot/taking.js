// Has the buttons of "Take it along" do what they say. What makes the files comes when the first is
// asked for: public/take-along.js.

import { hasFailed } from "./failure.js";

const html = document.documentElement;
/** The site's root; the app changes the address later on. */
export const base = new URL(html.dataset.root || "./", document.baseURI).href;

/** With more subjects than this the whole dataset's file, made beforehand, is quicker. */
const MOST = 300;

/** What is shown, a subject a line: without the app the page's own subject. */
const ownSubject = () => /\/((?:events|episodes)\/[^/]+)\/(?:index\.html)?$/.exec(location.pathname)?.[1] ?? "";
let listShown = ownSubject;

/** Lets the app say what is shown. */
export function answerShown(list) {
  listShown = list;
}

/** The subjects that are shown, as their files are named. */
export const shown = () => (hasFailed() ? ownSubject() : listShown()).split("\n").filter(Boolean);

/** Where the page says how it went. */
const box = () => document.querySelector(".taking");

/** Says how it went, with what the reader can do next. */
function say(sentence, control) {
  const [line, ...others] = box().children;
  line.textContent = sentence;
  for (const other of others) other.remove();
  if (control) box().append(control);
}

const words = (name, holes = {}) =>
  box().dataset[name].replace(/\{(\w+)\}/g, (hole, of) => holes[of]);

/** A file's name, shielded from the direction of the words around it. */
const isolated = (name) => `\u2068${name}\u2069`;

/** The link to the whole dataset's file of this form. */
function whole(ending) {
  const link = document.querySelector(`.take-whole a[href$=".${ending}"]`).cloneNode(true);
  link.classList.add("taking-whole");
  return link;
}

/** Has it tried again. */
function again(ending) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: words("again") });
  button.dataset.take = ending;
  return button;
}

/** How often what makes the files couldn't be had: a browser may keep that an address failed. */
let failures = 0;

async function maker() {
  const again = failures ? `?${failures}` : "";
  try {
    return await import(new URL(TAKE_ALONG + again, base).href);
  } catch {
    failures += 1;
    throw new Error(TAKE_ALONG);
  }
}

async function take(ending) {
  const subjects = shown();
  const events = subjects.filter((subject) => subject !== "general");
  // Without the app a list's page doesn't know what is chosen.
  if (events.length > MOST || (events.length === 0 && hasFailed())) {
    return say(words("many"), whole(ending));
  }
  const [link] = location.href.split("#");
  try {
    const { take } = await maker();
    const tell = (done, all) => say(words("progress", { done, all }));
    const file = await take({ ending, subjects, link, language: html.lang, base, tell });
    say(file ? words("done", { file: isolated(file) }) : words("none"));
  } catch (error) {
    say(words("failed", { file: isolated(error.message) }), again(ending));
  }
}

/** Has every button do what it says; what was said goes when the reader goes on. */
export function offerDownloads() {
  for (const kind of ["pointerdown", "keydown"]) {
    addEventListener(kind, ({ target }) => box()?.contains(target) || box()?.firstElementChild.textContent === "" || say(""), true);
  }
  addEventListener(
    "click",
    ({ target }) => {
      const ending = target.closest?.("[data-take]")?.dataset.take;
      if (ending) take(ending);
    },
    true,
  );
}
