import { correctionsIn } from './corrections';
import type { RecordRow } from './read-models/record/row.entity';

const row = (number: number, type: string, event: string): RecordRow =>
  ({ number, eventId: `e${number}`, type, payload: { event } }) as unknown as RecordRow;

describe('what became of a record', () => {
  it('stands as it is while nothing corrects it', () => {
    expect(correctionsIn([])('e1')).toEqual({ takenBackBy: null, correctedBy: [] });
  });

  it('names what took it back and what put it right, oldest first', () => {
    const rows = [row(4, 'EventVoided', 'e1'), row(2, 'FieldsReplaced', 'e1'), row(3, 'FieldsReplaced', 'e1')];
    expect(correctionsIn(rows)('e1')).toEqual({
      takenBackBy: { recordNumber: 4, event: 'e4' },
      correctedBy: [
        { recordNumber: 2, event: 'e2' },
        { recordNumber: 3, event: 'e3' },
      ],
    });
  });

  it('does not count a correction that was itself taken back, unless that was taken back too', () => {
    const [replaced, voided, voidedAgain] = [
      row(2, 'FieldsReplaced', 'e1'),
      row(3, 'EventVoided', 'e2'),
      row(4, 'EventVoided', 'e3'),
    ];
    expect(correctionsIn([replaced, voided])('e1').correctedBy).toEqual([]);
    expect(correctionsIn([replaced, voided])('e2').takenBackBy).toEqual({ recordNumber: 3, event: 'e3' });
    const of = correctionsIn([replaced, voided, voidedAgain]);
    expect(of('e1').correctedBy).toEqual([{ recordNumber: 2, event: 'e2' }]);
    expect([of('e2').takenBackBy, of('e3').takenBackBy?.event]).toEqual([null, 'e4']);
  });

  it('takes nothing but corrections for one', () => {
    expect(correctionsIn([row(2, 'ProgressReported', 'e1')])('e1')).toEqual({ takenBackBy: null, correctedBy: [] });
  });
});
