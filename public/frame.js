// What a frame page does by itself in an article, inlined into each by the build: shows what its
// address asks for, tells its height to the host, leads links out, and starts the app only when the
// reader wants what needs it. It touches no storage, and whatever is missing, the words stay.

import { tellHeight } from "./frame/height.js";
import { followLinks } from "./frame/links.js";
import { hearHost } from "./frame/messages.js";
import { orderSides } from "./frame/order.js";
import { startWhenWanted } from "./frame/start.js";
import { dropWhatIsMissing, showAsAsked } from "./frame/view.js";

function settle() {
  dropWhatIsMissing();
  orderSides();
  followLinks();
  tellHeight();
  startWhenWanted();
}

// At once, so that nothing is painted otherwise first.
showAsAsked();
hearHost();
if (document.readyState === "loading") addEventListener("DOMContentLoaded", settle);
else settle();
