import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { NewEvidenceDto } from '../milestones/dto/achieve.dto';
import { YoungPeopleToldDto } from '../milestones/dto/timescale.dto';
import { addConventions } from './conventions';

const DESCRIPTION = `Records what a children's services partnership promised and what came of it.

Every command takes \`Idempotency-Key\` and \`effectiveOn\`, and may send \`If-Match\`. Its answer carries the position of
its last event; a read with \`Read-After: <position>\` is no older than that. Problems are documents of RFC 9457 that
name each field and rule. Lists are \`{items, next}\`, read on with \`cursor\`.`;

/** The description of the API at \`/api/openapi.json\`, and pages to browse it at \`/api/docs\`. */
export function describeApi(app: INestApplication): void {
  const config = new DocumentBuilder()
    .setTitle('The Promise tracker')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, config, { extraModels: [YoungPeopleToldDto, NewEvidenceDto] });
  addConventions(document);
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'The Promise tracker: API',
  });
}
