// What sentences are held against, gathered in a process of its own: nobody who asks meanwhile waits for it, and all the
// memory that it takes in between goes with the process. A thread would leave half of that behind.
import { gatherExperience } from '../query/situations.ts';
import { pack } from './arrays.ts';

const gathering = gatherExperience();
let step = gathering.next();
while (step.done !== true) step = gathering.next();
const { layout, bytes } = pack(step.value);
process.send?.(layout, () => process.stdout.write(bytes, () => process.disconnect()));
