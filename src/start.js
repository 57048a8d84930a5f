// The way in. Node keeps what it has compiled, and starts from that in half the time: this file alone it reads anew every
// time, and it is plain JavaScript so that nothing has to be loaded that reads TypeScript, which takes twenty megabytes.
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { main } = await import('./main.ts');
await main();
