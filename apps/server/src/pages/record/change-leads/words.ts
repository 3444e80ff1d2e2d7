import { messages } from '../../frame/messages';

export const leadsWords = messages({
  title: 'Change who leads',
  leads: 'Who leads it?',
  leadsHint: 'Roles or groups, one on each line. No names of people.',
  reason: 'Why does it change?',
  before: 'Led until now by',
});
