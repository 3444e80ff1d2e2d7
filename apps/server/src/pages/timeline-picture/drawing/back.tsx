import type { VNode } from 'preact';
import { yearFont } from '../layout/axis';
import { flagFont, type Flag } from '../layout/flags';
import { FLAG_HEIGHT, type SectionLayout, YEARS_HEIGHT } from '../layout/section-layout';
import { round } from './symbol';

interface Props {
  readonly layout: SectionLayout;
}

/** What lies behind the lanes: the first five years, the years, the upright lines with their flags. */
export function Back({ layout }: Props): VNode {
  const { canvas, axis, tint, head, flags, height } = layout;
  const foot = height - YEARS_HEIGHT;
  const years = axis.years.map((x) => `M${round(x)} ${head}V${round(foot)}`).join('');
  return (
    <g aria-hidden="true">
      {tint && (
        <rect
          class="tp-tint"
          x={round(tint.x1)}
          y={head}
          width={round(tint.x2 - tint.x1)}
          height={round(foot - head)}
        />
      )}
      {years !== '' && <path class="tp-year-line" d={years} />}
      <path class="tp-rule" d={`M0 ${head}H${canvas.width}`} />
      {flags.map((flag) => (
        <path
          key={flag.upright.label}
          class={`tp-upright tp-upright-${flag.upright.kind}`}
          d={`M${round(flag.x)} ${lineTop(flag)}V${round(foot)}`}
        />
      ))}
      {[head - 10, foot + yearFont(canvas).size + 6].map((y) =>
        axis.labels.map(({ x, text }) => (
          <text key={text} class="tp-year" x={round(x)} y={round(y)}>
            {text}
          </text>
        )),
      )}
      {flags.map((flag) => (
        <FlagOf key={flag.upright.label} flag={flag} size={flagFont(canvas).size} />
      ))}
    </g>
  );
}

function FlagOf({ flag, size }: { readonly flag: Flag; readonly size: number }): VNode {
  const { upright, from, width, row } = flag;
  const y = row * (FLAG_HEIGHT + 2);
  return (
    <g class={`tp-flag tp-flag-${upright.kind}`}>
      <rect x={round(from)} y={y} width={round(width)} height={FLAG_HEIGHT} />
      <text x={round(from + width / 2)} y={round(y + FLAG_HEIGHT / 2 + size * 0.35)} textLength={round(width - 20)}>
        {upright.label}
      </text>
    </g>
  );
}

function lineTop({ row }: Flag): number {
  return row * (FLAG_HEIGHT + 2);
}
