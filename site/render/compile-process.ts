import { compileHere } from './compile.ts';

process.on('disconnect', () => process.exit(1));
await compileHere(process.argv[2]!);
process.exit(0);
