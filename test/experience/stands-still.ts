// Stands still, and hears nothing any more.
process.kill(process.pid, 'SIGSTOP');
