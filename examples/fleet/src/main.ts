import { runDay } from './day.ts';
import { report } from './report/report.ts';
import { pageFor } from './report/terminal.ts';

process.stdout.write(report(await runDay(), pageFor(process.stdout)));
