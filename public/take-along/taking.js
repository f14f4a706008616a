// What a reader takes along of what is shown: fetches the claims' files, a few at a time, and makes
// the file of them.

import { aboutView } from "./about.js";
import { knownEntries, momentOf } from "./as-of.js";
import { fileOf, FORMS } from "./file.js";

/** So many files are asked for at once. */
const AT_ONCE = 4;

/** A file's claims with their JSON-LD; of an episode also those on losses in its events. */
function entriesOf({ claims, nodes, losses }) {
  const own = claims.map((row, at) => ({ row, node: nodes[at] }));
  return losses ? [...own, ...entriesOf(losses)] : own;
}

/** Each claim once, though an episode's file repeats some of its events'. */
const onceEach = (entries) => [...new Map(entries.map((entry) => [entry.row.claim, entry])).values()];

/** Runs `task` on each item, `AT_ONCE` of them at a time, and answers in the items' order. After
 *  one has failed no more are begun, and `tell` hears of none that comes late. */
async function each(items, task, tell) {
  const answers = [];
  let [next, done] = [0, 0];
  const hand = async () => {
    for (let at; (at = next++) < items.length; ) {
      answers[at] = await task(items[at]);
      if (next < Infinity) tell((done += 1), items.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand)).finally(() => (next = Infinity));
  return answers;
}

/** What was fetched, so that another try asks only for what is missing. */
const kept = new Map();

async function fetched(base, name) {
  const url = new URL(name, base).href;
  if (!kept.has(url)) {
    let answer;
    try {
      const response = await fetch(url);
      answer = response.ok && (await response.json());
    } catch {
      // Said with the file's name below.
    }
    if (!answer) throw new Error(name);
    kept.set(url, answer);
  }
  return kept.get(url);
}

/** The file's name: the dataset's, the subject's or "selection", the language's. */
function nameOf({ id, language }, subjects, ending) {
  const [only] = subjects.length === 1 ? subjects : [];
  return [id, only?.split("/").at(-1) ?? "selection", language].join("-").concat(".", ending);
}

/**
 * Makes a file of these subjects, named as their files are: "events/…", "episodes/…", "general".
 * `tell(done, all)` hears how far it is. Answers `{ name, text, type, count }`; throws an error
 * whose message is the file that couldn't be had.
 */
export async function make({ ending, subjects, link, language, base, tell }) {
  const names = ["about", ...subjects].map((name) => `published/${language}/claims/${name}.json`);
  const [published, ...files] = await each(names, (name) => fetched(base, name), tell);
  const moment = momentOf(new URL(link).search);
  const about = aboutView(published, link, moment);
  const entries = knownEntries(moment, onceEach(files.flatMap(entriesOf)));
  const described = files.flatMap(({ described }) => described);
  const text = fileOf(FORMS[ending], about, entries, described);
  return { name: nameOf(about, subjects, ending), text, type: FORMS[ending].type, count: entries.length };
}
