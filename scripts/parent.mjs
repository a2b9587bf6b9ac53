/**
 * Calls back once when the process that started this one is gone. A `kill -9` of npm, or of the script between,
 * gives us no signal; without this the server would go on and keep its port.
 * @param {() => void} callback
 */
export function onParentGone(callback) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    callback();
  }, 300);
  watch.unref();
}
