import { messages } from '../../frame/messages';

export const eraseWords = messages({
  title: 'Erase this text for good',
  intro:
    'The words are made unreadable for ever, here and in every copy of the record. That there was a record, when and by whom stays. A second person has to approve it.',
  what: 'What will be erased',
  reason: 'Why does it have to go?',
  reasonHint: 'This stays on record. Do not repeat what is to be erased, and name nobody.',
  link: 'Erase the text of this record',
});
