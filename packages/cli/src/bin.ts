#!/usr/bin/env node
import { run } from './main.ts';
import { ioOfProcess } from './terminal/io.ts';

// Set, and not exited with: what is written to a pipe has to get there.
process.exitCode = await run(process.argv.slice(2), ioOfProcess());
