import { actingAs, roleUrls } from './role-urls';

const DATABASE = 'postgres://someone:secret@db.example:5433/promise';

/** The startup options as PostgreSQL gets them. */
const options = (url: string): string | null => new URL(url).searchParams.get('options');

describe('roleUrls', () => {
  it('acts as each role on the one database, and leaves the owner to make the roles first', () => {
    expect(roleUrls(DATABASE)).toEqual({
      owner: DATABASE,
      application: `${DATABASE}?options=-c%20role%3Dpromise_application`,
      projector: `${DATABASE}?options=-c%20role%3Dpromise_projector`,
      vault: `${DATABASE}?options=-c%20role%3Dpromise_vault`,
    });
  });

  it("takes a role's own login where one is given, still acting as the role", () => {
    const own = 'postgres://keeper@vault.example/keys?sslmode=require';
    const urls = roleUrls(DATABASE, { DATABASE_VAULT_URL: own });
    expect(urls.vault).toBe(`${own}&options=-c%20role%3Dpromise_vault`);
    expect(urls.application).toContain('db.example');
  });

  it('adds to the options that are there, and keeps a role that they name', () => {
    const slow = `${DATABASE}?options=-c%20statement_timeout%3D5s`;
    expect(options(actingAs(slow, 'vault'))).toBe('-c statement_timeout=5s -c role=promise_vault');
    const own = `${DATABASE}?options=-c%20role%3Dother`;
    expect(actingAs(own, 'vault')).toBe(own);
  });
});
