import { messages } from '../../frame/messages';

export const evidenceWords = messages({
  title: 'Attach evidence',
  intro: 'Evidence shows that something was done. It must not say anything about a single child.',
  shows: 'What does it show?',
  kind: 'What is it?',
  link: 'A page or a document on the web',
  linkLabel: 'What is its address on the web?',
  linkHint: 'Beginning with https://',
  file: 'A file',
  fileHint: 'You choose the file on the next page.',
  chooseFile: 'Choose the file',
  chooseFileHint: 'Up to 20 MB. It is kept encrypted and is only ever handed over as a download.',
  fileMissing: 'Choose the file.',
  fileAnswer: 'A file, chosen below',
});
