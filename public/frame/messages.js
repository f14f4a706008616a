// What a host may say: hello, and light or dark. Who else speaks, and what else is said, is not
// heard, and costs no more than a look.

import { tellAgain } from "./height.js";
import { isGreeting } from "./protocols.js";
import { setTheme } from "./view.js";

function hear(event) {
  if (event.source !== parent) return;
  const { data } = event;
  if (isGreeting(data)) tellAgain();
  else if (data?.type === "qawlan-theme") setTheme(data.theme);
}

export function hearHost() {
  if (parent === window) return;
  addEventListener("message", hear);
  // Where that told the secret, WordPress still waits for a height beside it.
  addEventListener("hashchange", tellAgain);
}
