// Loaded into each child of `npm start`: when the parent is killed, the child ends in good order by itself.
process.channel?.unref();
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
