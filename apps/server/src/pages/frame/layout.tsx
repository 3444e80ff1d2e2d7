import type { VNode } from 'preact';
import { stylesheet, icon, fonts } from './assets/assets';
import { CSRF_FIELD } from '../../sign-in/forgery';
import { dayInWords, momentInWords } from './dates';
import { type Link, navigationOf } from './navigation';
import type { Frame } from './frame';
import type { Page, PageView } from './page';
import { listed } from './messages';
import { frameWords, roleWords } from './words';

interface Props {
  readonly page: Page;
  readonly frame: Frame;
}

const words = frameWords();

/** The whole document: head, skip links, header, banners, content, footer. */
export function Layout({ page, frame }: Props): VNode {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>{titleOf(page, frame)}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        {fonts().map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        <link rel="stylesheet" href={stylesheet()} />
        <link rel="icon" href={icon()} type="image/svg+xml" />
        {page.script === undefined ? null : <script src={page.script} defer />}
      </head>
      <body {...(page.wide ? { class: 'pt-wide' } : {})}>
        <SkipLinks page={page} />
        <Header page={page} frame={frame} />
        <div class="ds_wrapper">
          <main id="main" tabindex={-1}>
            {page.view ? <ViewBanner view={page.view} /> : null}
            {page.notice ? <Notice text={page.notice} /> : null}
            {page.content}
          </main>
        </div>
        <Footer frame={frame} />
      </body>
    </html>
  );
}

function titleOf({ title, hasErrors }: Page, { partnership }: Frame): string {
  return `${hasErrors ? words.error : ''}${title} – ${partnership ? `${partnership.name} – ` : ''}${words.site}`;
}

function SkipLinks({ page }: { readonly page: Page }): VNode {
  const links = [{ href: '#main', text: words.skipToContent }, ...(page.skipTo ?? [])];
  return (
    <nav class="ds_skip-links pt-no-print" aria-label="Skip links">
      <ul class="ds_skip-links__list">
        {links.map(({ href, text }) => (
          <li key={href} class="ds_skip-links__item">
            <a class="ds_skip-links__link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Header({ page, frame }: Props): VNode {
  const links = navigationOf(frame);
  const home = frame.partnership ? `/p/${frame.partnership.id}` : '/';
  return (
    <header class="pt-header">
      {frame.partnership?.invented ? (
        <div class="pt-invented">
          <p class="ds_wrapper">{words.invented}</p>
        </div>
      ) : null}
      <div class="ds_wrapper pt-header__content">
        <p class="pt-header__name">
          <a href={home}>
            <strong>{words.site}</strong>
            {frame.partnership ? <span class="pt-header__partnership"> {frame.partnership.name}</span> : null}
          </a>
        </p>
        <SignedIn frame={frame} />
        {links.length > 0 ? <Navigation links={links} here={page.here} /> : null}
      </div>
    </header>
  );
}

function Navigation({ links, here }: { readonly links: readonly Link[]; readonly here: Page['here'] }): VNode {
  return (
    <nav class="pt-navigation pt-no-print" aria-label={words.navigation}>
      <ul>
        {links.map(({ key, text, href }) => (
          <li key={key}>
            <a href={href} {...(key === here ? { 'aria-current': 'page' } : {})}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SignedIn({ frame }: { readonly frame: Frame }): VNode {
  const { person, csrf, address } = frame;
  if (!person || csrf === null) {
    const back = address.startsWith('/sign-') ? '' : `?to=${encodeURIComponent(address)}`;
    return (
      <p class="pt-header__person pt-no-print">
        <a href={`/sign-in${back}`}>{words.signIn}</a>
      </p>
    );
  }
  return (
    <form class="pt-header__person pt-no-print" method="post" action="/sign-out">
      <a href="/sign-ins">{words.signedInAs(person.name ?? listed(person.roles.map((role) => roleWords()[role])))}</a>
      <input type="hidden" name={CSRF_FIELD} value={csrf} />
      <button type="submit" class="pt-link-button">
        {words.signOut}
      </button>
    </form>
  );
}

function ViewBanner({ view }: { readonly view: PageView }): VNode {
  return (
    <div class="pt-banner">
      <p>
        <strong>{viewInWords(view)}</strong> <a href={view.today}>{words.backToToday}</a>
      </p>
    </div>
  );
}

function viewInWords({ asAt, knownAt }: PageView): string {
  const known = knownAt === undefined ? '' : knownAt.length === 10 ? dayInWords(knownAt) : momentInWords(knownAt);
  if (asAt !== undefined && asAt === knownAt) return words.asItStood(dayInWords(asAt));
  if (asAt === undefined) return words.asKnown(known);
  if (knownAt === undefined) return words.asItWas(dayInWords(asAt));
  return words.asItStoodBy(dayInWords(asAt), known);
}

function Notice({ text }: { readonly text: string }): VNode {
  return (
    <div class="pt-notice" role="status">
      <p>{text}</p>
    </div>
  );
}

function Footer({ frame }: { readonly frame: Frame }): VNode {
  const { recorded, partnership } = frame;
  return (
    <footer class="ds_site-footer pt-footer">
      <div class="ds_wrapper">
        {recorded ? <p>{words.asRecorded(momentInWords(recorded.at), recorded.number)}</p> : null}
        <ul class="pt-footer__links pt-no-print">
          {partnership ? (
            <>
              <li>
                <a href={`/p/${partnership.id}/words`}>{words.words}</a>
              </li>
              <li>
                <a href={`/p/${partnership.id}/privacy`}>{words.privacy}</a>
              </li>
            </>
          ) : null}
          <li>
            <a href="/accessibility">{words.accessibility}</a>
          </li>
          <li>
            <a href="/partnerships">{words.otherPartnerships}</a>
          </li>
          <li>
            <a href="/api/docs">{words.api}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
