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
const { Column, DataSource, Entity, PrimaryGeneratedColumn } = require('typeorm');
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

class Row {}
Reflect.decorate([Entity('milestone')], Row);
decorate(Row, 'id', PrimaryGeneratedColumn('identity', { type: 'bigint' }));
decorate(Row, 'body', Column('text'));

/** Keeps a text as one row with one primary key, and answers its id: prepared SQL, the fastest there is. */
async function openPg(url) {
  const pool = new Pool({ connectionString: url, max: 10 });
  await pool.query('CREATE TABLE milestone (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text NOT NULL)');
  const query = { name: 'insert', text: 'INSERT INTO milestone (body) VALUES ($1) RETURNING id' };
  return {
    insert: async (body) => (await pool.query({ ...query, values: [body] })).rows[0].id,
    close: () => pool.end(),
  };
}

/** The same by TypeORM, as most Nest applications do it. */
async function openTypeOrm(url) {
  const source = new DataSource({ type: 'postgres', url, poolSize: 10, entities: [Row], synchronize: true });
  await source.initialize();
  const rows = source.getRepository(Row);
  return {
    insert: async (body) => (await rows.insert({ body })).identifiers[0].id,
    close: () => source.destroy(),
  };
}

let table;

/** The least a Nest handler can be that checks its input and keeps it. */
class BareController {
  async propose(body) {
    return { id: await table.insert(JSON.stringify(body)) };
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
    open: async ({ url, typeOrm }) => {
      table = typeOrm ? await openTypeOrm(url) : await openPg(url);
      app = await NestFactory.create(BareModule, { logger: false });
      app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: true }));
      await app.listen(0, '127.0.0.1');
      return { port: app.getHttpServer().address().port, token: 'x'.repeat(43) };
    },
    settle: () => null,
  },
  async () => {
    await app?.close();
    await table?.close();
  },
);
