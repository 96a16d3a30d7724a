import { addAdd } from './add.ts';
import { addAudit } from './audit.ts';
import type { AddCommand } from './command.ts';
import { addDiff } from './diff.ts';
import { addDoctor } from './doctor.ts';
import { addExplain } from './explain.ts';
import { addExport } from './export.ts';
import { addInit } from './init.ts';
import { addLower } from './lower.ts';
import { addMove } from './move.ts';
import { addRemove } from './remove.ts';
import { addRename } from './rename.ts';

/** In the order of `--help`. */
export const COMMANDS: readonly AddCommand[] = [
  addInit,
  addAudit,
  addExplain,
  addMove,
  addAdd,
  addRemove,
  addRename,
  addDiff,
  addExport,
  addLower,
  addDoctor,
];
