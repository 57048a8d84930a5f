// Tells less than it has announced.
import { writeSync } from 'node:fs';

writeSync(Number(process.argv[2]), 'four');
process.send?.({ layout: { bytes: 8, arrays: [] } }, () => process.disconnect());
