'use strict';

/** For health checks of containers: ends with 0 when the process that listens on `PORT` of this machine can work. */
const address = `http://127.0.0.1:${process.env.PORT ?? 3000}/health/ready`;

fetch(address).then(
  async (answer) => {
    process.stdout.write(`${await answer.text()}\n`);
    process.exitCode = answer.ok ? 0 : 1;
  },
  (error) => {
    process.stderr.write(`${address} does not answer: ${error.cause?.message ?? error.message}\n`);
    process.exitCode = 1;
  },
);
