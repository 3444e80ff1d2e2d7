import { dateAnswer, dayAnswer } from './date-words';
import { FilledForm } from './filled-form';

const filled = (fields: Readonly<Record<string, string>>): FilledForm => FilledForm.of(fields);

describe('the date question', () => {
  it.each([
    [{ when: 'day', 'when-on-day': '9', 'when-on-month': '3', 'when-on-year': '2027' }, '9 March 2027', '2027-03-09'],
    [{ when: 'month', 'when-in-month': '03', 'when-in-year': '2027' }, 'March 2027', '2027-03-31'],
    [{ when: 'season', 'when-season': 'autumn', 'when-season-year': '2026' }, 'autumn 2026', '2026-11-30'],
    [{ when: 'season', 'when-season': 'winter', 'when-season-year': '2026' }, 'winter 2026/27', '2027-02-28'],
    [{ when: 'year', 'when-year': '2029' }, '2029', '2029-12-31'],
    [
      {
        ...{ when: 'range', 'when-from-month': '10', 'when-from-year': '2026' },
        ...{ 'when-to-month': '9', 'when-to-year': '2027' },
      },
      'October 2026 to September 2027',
      '2027-09-30',
    ],
    [{ when: 'ongoing', 'when-since-month': '4', 'when-since-year': '2026' }, 'April 2026 onwards', null],
    [{ when: 'words', 'when-words': 'by March 2027' }, 'by March 2027', '2027-03-31'],
  ])('makes of %j words that can be read', (fields, words, end) => {
    expect(dateAnswer(filled(fields), 'when')).toMatchObject({ ok: true, words, timescale: { words, end } });
  });

  it('says back how it understands them', () => {
    const answer = dateAnswer(filled({ when: 'words', 'when-words': 'March 2027' }), 'when');
    expect(answer).toMatchObject({ understood: 'In March 2027 (1 March 2027 to 31 March 2027).' });
  });

  it.each([
    [{}, 'when'],
    [{ when: 'never' }, 'when'],
    [{ when: 'day', 'when-on-day': '31', 'when-on-month': '2', 'when-on-year': '2027' }, 'when-on-day'],
    [{ when: 'day', 'when-on-day': '1', 'when-on-month': '13', 'when-on-year': '2027' }, 'when-on-month'],
    [{ when: 'month', 'when-in-month': '', 'when-in-year': '2027' }, 'when-in-month'],
    [{ when: 'month', 'when-in-month': '3', 'when-in-year': '27' }, 'when-in-year'],
    [{ when: 'season', 'when-season': '', 'when-season-year': '2027' }, 'when-season'],
    [{ when: 'words', 'when-words': '' }, 'when-words'],
    [{ when: 'words', 'when-words': 'soon, we hope' }, 'when-words'],
  ])('names the field that is wrong in %j', (fields, field) => {
    expect(dateAnswer(filled(fields), 'when')).toMatchObject({ ok: false, errors: [{ field }] });
  });
});

describe('the question for a day', () => {
  it('gives the day', () => {
    expect(dayAnswer(filled({ 'on-day': '9', 'on-month': '3', 'on-year': '2027' }), 'on')).toEqual({
      day: '2027-03-09',
    });
  });

  it('refuses a day that the month does not have, and says so', () => {
    const answer = dayAnswer(filled({ 'on-day': '30', 'on-month': '2', 'on-year': '2027' }), 'on');
    expect(answer).toEqual({ error: { field: 'on-day', message: 'February 2027 has no such day.' } });
  });
});
