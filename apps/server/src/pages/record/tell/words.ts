import { messages } from '../../frame/messages';

export const tellWords = messages({
  title: 'Record that young people were told',
  intro: 'This is about the last move of the date that they had not been told of.',
  when: 'On what day were they told?',
  how: 'How were they told?',
  howHint: 'For example: at the Champions Board, and in a letter in plain words.',
});
