// The forms a download can have. Each is three pure functions of text, so that a file can be made
// in one go in the browser and piece by piece at build time:
//
//   begin(about)              what stands before the claims
//   claim(entry, about, at)   one claim; `at` counts from 0
//   end(about, described)     what stands after them
//
// `about` is what the dataset says of itself with the link of what is shown (`about.js`); `entry`
// is `{ row, node }`, the claim's flat row and its JSON-LD; `described` is what the nodes are about.

import * as bib from "./bibtex.js";
import * as csv from "./csv.js";
import * as geojson from "./geojson.js";
import * as json from "./json.js";
import * as jsonld from "./jsonld.js";
import * as txt from "./plain.js";
import * as ris from "./ris.js";

/** The forms by the ending of their files' names. */
export const FORMS = { csv, json, geojson, jsonld, bib, ris, txt };

/** A whole file as text. */
export function fileOf(form, about, entries, described = []) {
  const claims = entries.map((entry, at) => form.claim(entry, about, at));
  return form.begin(about) + claims.join("") + form.end(about, described);
}
