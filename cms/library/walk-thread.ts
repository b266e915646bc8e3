import { parentPort, workerData } from 'node:worker_threads';
import { type Share, walkShare } from './walk-all.ts';

parentPort!.postMessage(walkShare(workerData as Share));
