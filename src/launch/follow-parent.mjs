// Preloaded into every process the launcher starts: when the parent is gone, however it went, stop as if asked to.
if (process.channel) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 30_000).unref();
  });
  process.channel.unref();
}
