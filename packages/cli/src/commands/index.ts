import { addAudit } from './audit.ts';
import type { AddCommand } from './command.ts';
import { addDoctor } from './doctor.ts';
import { addExport } from './export.ts';
import { addInit } from './init.ts';
import { addLower } from './lower.ts';

/** In the order of `--help`. */
export const COMMANDS: readonly AddCommand[] = [addInit, addAudit, addExport, addLower, addDoctor];
