export { Health, type HealthReport } from './health';
export { FrameworkLog, SERIALIZERS } from './log';
export type { StopRequest } from './stop-request';
export { type Running, untilStopped } from './until-stopped';
export { reasonOf, whyItEnded } from './why-it-ended';
