// The ways in which hosts are told a frame's height. A frame can't know which one its host listens
// to, so it speaks all of them at once; each host ignores the others.

import { secret, source } from "./page.js";

const [address] = source.split("#");

/** What pym.js calls the frame. */
const pymId = new URLSearchParams(address.split("?")[1]).get("childId");

/** What iframe-resizer calls the frame. It takes no word before it has said so. */
let resizerId;

/** A part of the frame's address, by which older hosts of Datawrapper look for it. */
const path = address.replace(/^\w+:\/\/[^/]+\//, "");

/** The frame's height in every host's form. */
function* forms(height) {
  yield { "datawrapper-height": { [path]: height } };
  // AMP, and newswire's frames.
  yield { sentinel: "amp", type: "embed-size", height };
  // Medium.
  yield JSON.stringify({ src: source, context: "iframe.resize", height });
  // The Guardian.
  yield JSON.stringify({ type: "set-height", value: height, id: `iframeMessenger:${path}` });
  if (pymId) yield `pymxPYMx${pymId}xPYMxheightxPYMx${height}`;
  // WordPress, which hides a frame until it names the secret.
  if (secret) yield { message: "height", value: height, secret };
  if (resizerId) yield `[iFrameSizer]${resizerId}:${height}:${innerWidth}:init`;
}

const post = (message) => parent.postMessage(message, "*");

export function postHeight(height) {
  for (const form of forms(height)) post(form);
}

/** Asks WordPress to go where a link leads. It goes only to the frame's own site. */
export function postLink(value) {
  if (secret) post({ message: "link", value, secret });
}

/** Whether only the host can follow links: from WordPress's sandbox no window opens. */
export const isLedByHost = () => secret && window.origin === "null";

/** Longer than any greeting; nothing longer is read. */
const LONGEST = 2000;

/** Whether a host's message greets the frame and thereby asks for its height. */
export function isGreeting(data) {
  if (typeof data === "string") {
    // iframe-resizer's first: its name for the frame, then its settings.
    if (resizerId || data.length > LONGEST || !data.startsWith("[iFrameSizer]")) return false;
    const [name, ...settings] = data.slice(13).split(":");
    if (settings.length > 1) resizerId = name;
    return Boolean(resizerId);
  }
  return (
    (data?.sentinel === "amp" && data.type === "frames-init") ||
    (data?.message === "ready" && secret && data.secret === secret)
  );
}
