export { Health, type HealthReport } from './health';
export { FrameworkLog, makeLog, SERIALIZERS } from './log';
export { openUnlessStopped } from './open-unless-stopped';
export { StopRequest } from './stop-request';
export { reasonOf, whyItEnded } from './why-it-ended';
