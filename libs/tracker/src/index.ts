export { FileFaults, FileImport, type ImportOutcome } from './importing/import-file';
export { ReadSide } from './read-side';
export { BadSetting, readSettings, type Settings } from './settings';
export { openTracker, type Reports, type Tracker } from './tracker';
export { TrackerModule } from './tracker.module';
