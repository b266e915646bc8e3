/** An office with its real checks, index and renderer that works until it is killed: `node busy-whole-office.ts <options as JSON>`. */
import { tell, workWithoutPause } from '../../cms/office/workflow/testing/work-without-pause.ts';
import { openOffice } from '../open-office.ts';

const { seed, ...options } = JSON.parse(process.argv[2] ?? '');
const { parts } = await openOffice(options);
tell({ act: 'ready' });
await workWithoutPause(parts.store, parts.workflow, seed);
