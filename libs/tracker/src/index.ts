export { FileFaults, FileImport, type GivenFile, type ImportOutcome } from './importing/import-file';
export type { FileSubject, ImportPreview, PreviewedChange } from './importing/import-preview';
export { ImportWork, type WaitingImport } from './importing/import-work';
export { ReadSide } from './read-side';
export { RebuildWork } from './rebuilding/rebuild-work';
export { BadSetting, readSettings, type Settings } from './settings';
export { openTracker, type Reports, type Tracker } from './tracker';
export { TrackerModule } from './tracker.module';
export type { Job } from './work/job';
