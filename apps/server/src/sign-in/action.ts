import { SetMetadata } from '@nestjs/common';
import type { Action } from '@promise/identity';

export const ACTION = 'action';

/** Names the action of the policy table that a route is. A route without one is refused to everybody. */
export const Does = (action: Action): MethodDecorator & ClassDecorator => SetMetadata(ACTION, action);
