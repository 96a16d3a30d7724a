import { addAudit } from './audit.ts';
import type { AddCommand } from './command.ts';

/** In the order of `--help`. */
export const COMMANDS: readonly AddCommand[] = [addAudit];
