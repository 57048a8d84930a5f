// What sentences are held against, gathered in a process of its own: nobody who asks meanwhile waits for it, and all the
// memory that it takes in between goes with the process. A thread would leave half of that behind.
import { writeSync } from 'node:fs';
import { gatherExperience } from '../query/situations.ts';
import { pack } from './arrays.ts';

/** An open file for the bytes, if there is one; else they come in the message. */
const file = process.argv[2] === undefined ? null : Number(process.argv[2]);

const gathering = gatherExperience();
let step = gathering.next();
while (step.done !== true) step = gathering.next();
const { layout, bytes } = pack(step.value);
if (file !== null) for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
process.send?.(file === null ? { layout, bytes } : { layout }, () => process.disconnect());
