export { TimelineChips } from './chips';
export { Icon as StatusIcon } from './drawing/symbol';
export { TimelinePicture } from './drawing/timeline-picture';
export { TimelineTable } from './table/timeline-table';
export type { Kind, TimelineView } from './view/view';
export { viewOf } from './view/view-of';
