import { Client, type ClientConfig } from 'pg';

/**
 * A connection whose loss never ends the process. What waits for an answer is told of it; between two questions somebody
 * has it who does not listen, and the next question says that it is lost.
 */
export class LastingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
