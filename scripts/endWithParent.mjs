import { onParentGone } from "./parent.mjs";

// Loaded before the program itself: it ends as on a SIGTERM when whoever started it is gone.
onParentGone(() => process.kill(process.pid, "SIGTERM"));
