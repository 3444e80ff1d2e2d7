/** What can happen to one append. */
export type AppendFault =
  | 'lost answer' // written, and never answered
  | 'hang' // neither written nor answered
  | 'unavailable'
  | 'unavailable after writing'
  | 'internal error'
  | 'not ready' // this append alone fails, without a reason that can be read
  | 'access denied'
  | 'too late' // past its deadline by the server’s clock, and not written
  | 'no position'; // written, and answered without the position

/** What can happen to one reading. */
export type ReadFault = 'hang' | 'unavailable' | 'slow' | 'twice' | 'left out';

/** What can happen to one subscription. */
export type SubscriptionFault = 'hang' | 'ends' | 'twice' | 'wrong checkpoint';

/** What goes wrong next, for each kind of call in the order of the calls; nothing once a list is used up. */
export class Faults {
  readonly appends: AppendFault[] = [];
  readonly reads: ReadFault[] = [];
  readonly subscriptions: SubscriptionFault[] = [];
  /** A repeat is answered with another position than the first time. */
  misplacedRepeats = false;
}
