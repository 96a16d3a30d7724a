import { addAudit } from './audit.ts';
import type { AddCommand } from './command.ts';
import { addExport } from './export.ts';
import { addLower } from './lower.ts';

/** In the order of `--help`. */
export const COMMANDS: readonly AddCommand[] = [addAudit, addExport, addLower];
