/// <reference lib="dom.iterable" />
/*
 * What the browser is asked about the shape of a page. Each function runs in the page, so that it may use nothing from
 * outside itself.
 */

/** What reaches beyond the right edge of the window; empty where nothing scrolls sideways. */
export function sideways(): string[] {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  return [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > room + 1)
    .map((element) => `${element.tagName} ${element.getAttribute('class') ?? ''} ${element.textContent.slice(0, 40)}`);
}

/** Texts that lie over one another, and texts that are cut off by what holds them. */
export function overlapsAndCuts(scope: string): string[] {
  interface Piece {
    readonly text: string;
    readonly box: DOMRect;
    readonly of: Element;
  }
  const pieces = [...document.querySelectorAll(scope)].flatMap(piecesBelow);
  const cuts = pieces.filter(isCut).map(({ text }) => `cut: ${text}`);
  const overlaps = pieces.flatMap((one, n) =>
    pieces
      .slice(n + 1)
      .filter((other) => other.of !== one.of && meet(one.box, other.box))
      .map((other) => `“${one.text}” over “${other.text}”`),
  );
  // One fault shows on many lines; the first few tell which it is.
  return [...cuts, ...overlaps].slice(0, 20);

  /** Every line of text that is seen. */
  function piecesBelow(root: Element): Piece[] {
    const found: Piece[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const of = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!of || text === '' || !of.checkVisibility({ visibilityProperty: true }) || isForTheEarOnly(of)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      found.push(...[...range.getClientRects()].filter(hasSize).map((box) => ({ text, box, of })));
    }
    return found;
  }

  function hasSize({ width, height }: DOMRect): boolean {
    return width > 1 && height > 1;
  }

  function isCut({ box, of }: Piece): boolean {
    return above(of).some((holder) => {
      const { overflowX, overflowY } = getComputedStyle(holder);
      const room = holder.getBoundingClientRect();
      const holds = overflowX !== 'visible' || overflowY !== 'visible';
      return holds && (box.right > room.right + 1 || box.bottom > room.bottom + 1);
    });
  }

  /** The element and what it stands in, below the body. */
  function above(element: Element): Element[] {
    const parent = element.parentElement;
    return element === document.body || !parent ? [] : [element, ...above(parent)];
  }

  /** Lines may touch: boxes of letters are higher than the letters. */
  function meet(a: DOMRect, b: DOMRect): boolean {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return wide > 1 && high > 0.3 * Math.min(a.height, b.height);
  }

  /** Hidden from sight in one of the usual ways, to be read aloud: a clipped or a tiny box, or one outside the window. */
  function isForTheEarOnly(element: Element): boolean {
    return above(element).some((each) => {
      const style = getComputedStyle(each);
      const { clipPath, position, overflow } = style;
      const { width, height, right } = each.getBoundingClientRect();
      const tiny = overflow === 'hidden' && width <= 1 && height <= 1;
      return (
        clipPath === 'inset(50%)' ||
        style.getPropertyValue('clip').startsWith('rect(') ||
        (position === 'absolute' && (tiny || right < 0))
      );
    });
  }
}

/** Labels of the picture that lie over signs, bars or lines of other things than their own. */
export function labelsOverSigns(): string[] {
  const items = [...document.querySelectorAll('.tp-drawing .tp-item')]
    .filter((item) => item.checkVisibility())
    .map((item) => ({
      labels: [...item.querySelectorAll('text')],
      signs: [...item.querySelectorAll('.tp-symbol, .tp-bar rect, .tp-ghost, .tp-move, .tp-waiting')],
    }));
  const signs = items.flatMap((item) => item.signs.map((sign) => sign.getBoundingClientRect()));
  return items.flatMap(({ labels }) =>
    labels
      .filter((label) => signs.some((sign) => meet(label.getBoundingClientRect(), sign)))
      .map((label) => label.textContent),
  );

  function meet(a: DOMRect, b: DOMRect): boolean {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return wide > 1 && high > 3;
  }
}

/** Labels of the picture that are wider than the table of glyph widths says, beyond what rounding of glyphs adds. */
export function widerThanMeasured(): string[] {
  return [...document.querySelectorAll<SVGTextElement>('.tp-drawing a text')].flatMap((text) => {
    const measured = Number(text.getAttribute('textLength'));
    text.removeAttribute('textLength');
    const drawn = text.getComputedTextLength();
    text.setAttribute('textLength', `${measured}`);
    return drawn > measured * 1.005 + 0.5 ? [`${text.textContent}: ${drawn} > ${measured}`] : [];
  });
}

/** Signs, bars and lines of the picture that forced colours leave unseen, on a black ground. */
export function unseenInPicture(): string[] {
  const none = ['none', 'rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)'];
  const parts = '.tp-symbol > *, .tp-bar rect, .tp-ghost, .tp-move, .tp-upright, .tp-item text';
  return [...document.querySelectorAll(`.tp-drawing :is(${parts})`)]
    .filter((each) => each.checkVisibility() && !each.classList.contains('tp-inner'))
    .filter((each) => none.includes(getComputedStyle(each).fill) && none.includes(getComputedStyle(each).stroke))
    .map((each) => `${each.tagName} ${each.getAttribute('class') ?? ''}`);
}

/** Fields and buttons whose edge cannot be seen; boxes to tick draw theirs before their label. */
export function edgeless(): string[] {
  const controls = document.querySelectorAll('main :is(input:not([type=hidden]), select, textarea, button.ds_button)');
  return [...controls]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !hasEdge(each) && !hasDrawnEdge(each))
    .map((each) => `${each.tagName} ${each.id || each.textContent}`);

  function hasEdge(element: Element, before?: '::before'): boolean {
    const { borderTopStyle, borderTopWidth, borderTopColor, appearance, opacity } = getComputedStyle(element, before);
    const isNative = !before && appearance !== 'none' && element.matches('input[type=file]');
    const isDrawn = borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0 && opacity !== '0';
    return isNative || (isDrawn && !['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)'].includes(borderTopColor));
  }

  function hasDrawnEdge(element: Element): boolean {
    const { labels } = element as HTMLInputElement;
    return (
      element.matches('[type=radio], [type=checkbox]') &&
      [...(labels ?? [])].some((label) => hasEdge(label, '::before'))
    );
  }
}
