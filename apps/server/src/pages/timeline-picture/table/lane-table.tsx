import type { VNode } from 'preact';
import { once } from '../drawing/once';
import { Icon } from '../drawing/symbol';
import { colourOf } from '../drawing/lane';
import type { ItemView, LaneView, Section } from '../view/view';
import { pictureWords } from '../words';
import { Track, type TrackGround, trackGround } from './track';
import { TableHead } from '../../frame/parts';

const words = pictureWords();

interface Props {
  readonly lane: LaneView;
  readonly section: Section;
  readonly id?: string;
}

/** One lane in words. */
export function LaneTable({ lane, section, id }: Props): VNode {
  const ground = trackGround(section);
  return (
    <section class={`tp-lane-table tp-lane-${colourOf(lane.key)}`}>
      <h3 id={id} tabindex={id === undefined ? undefined : -1}>
        {lane.title} <span class="tp-lane-about">{about(lane)}</span>
      </h3>
      {lane.items.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <table>
          <TableHead columns={[words.what, words.first, words.now, words.status, words.happened]} />
          <tbody>
            {lane.items.map((item) => (
              <Row key={item.key} item={item} ground={ground} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface RowProps {
  readonly item: ItemView;
  readonly ground: TrackGround | null;
}

function Row(props: RowProps): VNode {
  const { counted } = props.item;
  return <tr class={counted ? 'tp-row' : 'tp-row tp-row-step'} dangerouslySetInnerHTML={once(<Cells {...props} />)} />;
}

function Cells({ item, ground }: RowProps): VNode {
  const { place } = item;
  return (
    <>
      <th scope="row">
        <a href={item.href}>{item.title}</a> <span class="tp-what">{item.what}</span>
      </th>
      <td class="tp-date">{item.firstPlanned}</td>
      <td class="tp-date">{item.now}</td>
      <td class="tp-status">
        <Icon kind={item.kind} /> {item.status}
      </td>
      <td>
        {item.sentence}
        {place && ground && <Track item={{ ...item, place }} ground={ground} />}
      </td>
    </>
  );
}

function about({ line, done }: LaneView): string {
  return [line, done].filter((part) => part !== '').join(' · ');
}
