const { Body, Controller, Module, Post, ValidationPipe } = require('@nestjs/common');
const { NestFactory } = require('@nestjs/core');
const {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} = require('class-validator');
const { Pool } = require('pg');
require('reflect-metadata');
const { serve } = require('../lib/worker-process');

/** What decorators do in TypeScript, written out. */
function decorate(target, name, ...decorators) {
  Reflect.decorate(decorators, target.prototype, name, Object.getOwnPropertyDescriptor(target.prototype, name));
}

class ProposeDto {}
decorate(ProposeDto, 'title', IsString(), IsNotEmpty(), MaxLength(300));
decorate(ProposeDto, 'foundation', IsIn(['voice', 'family', 'care', 'people', 'scaffolding', 'rights']));
decorate(ProposeDto, 'horizon', IsIn(['5-year', '10-year', 'interim']));
decorate(ProposeDto, 'timescale', IsString(), IsNotEmpty(), MaxLength(200));
decorate(
  ProposeDto,
  'leads',
  ...[IsArray(), ArrayMinSize(1), ArrayMaxSize(50), IsString({ each: true }), MaxLength(300, { each: true })],
);
decorate(ProposeDto, 'successStatement', IsOptional(), IsString(), MaxLength(10_000));

let pool;

/** The least a Nest handler can be that checks its input and keeps it: one insert, one row, one primary key. */
class BareController {
  async propose(body) {
    const { rows } = await pool.query({
      name: 'insert',
      text: 'INSERT INTO milestone (body) VALUES ($1) RETURNING id',
      values: [JSON.stringify(body)],
    });
    return { id: rows[0].id };
  }
}
Reflect.decorate([Controller('api/v1/partnerships/:partnership/milestones')], BareController);
Reflect.defineMetadata('design:paramtypes', [ProposeDto], BareController.prototype, 'propose');
decorate(BareController, 'propose', Post());
Body()(BareController.prototype, 'propose', 0);

class BareModule {}
Reflect.decorate([Module({ controllers: [BareController] })], BareModule);

let app;

serve(
  {
    open: async ({ url }) => {
      pool = new Pool({ connectionString: url, max: 10 });
      await pool.query(
        'CREATE TABLE milestone (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text NOT NULL)',
      );
      app = await NestFactory.create(BareModule, { logger: false });
      app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: true }));
      await app.listen(0, '127.0.0.1');
      return { port: app.getHttpServer().address().port, token: 'x'.repeat(43) };
    },
    settle: () => null,
  },
  async () => {
    await app?.close();
    await pool?.end();
  },
);
