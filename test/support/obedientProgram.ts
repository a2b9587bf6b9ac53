// A program that tells its number, and ends with status 7 when it is asked to.
process.on("SIGTERM", () => process.exit(7));
setInterval(() => undefined, 1000);
console.log(process.pid);
