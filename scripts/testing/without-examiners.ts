/** Loaded by a command (`NODE_OPTIONS=--import=…`), it ends each process that the command starts to examine files. */
if (process.send !== undefined) process.exit(1);
