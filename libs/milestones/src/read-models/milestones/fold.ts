import { type Day, type Personal, textOf } from '@promise/kernel';
import type { Happened, HappenedOf } from '../../domain/milestone/in-effect';
import type { EvidenceView, Lifecycle, MilestoneView, MoveView, Recorded } from './view';

/** What a proposal makes of a milestone. */
export function proposed(partnership: string, event: HappenedOf<'MilestoneProposed'>): MilestoneView {
  const { milestone, timescale, title, leads, successStatement, citation, ...plain } = event.payload;
  return {
    ...plain,
    id: milestone,
    partnership,
    title: textOf(title),
    successStatement: textOrNull(successStatement),
    citation: citation && { document: textOf(citation.document), place: textOf(citation.place) },
    leads: leads.map(textOf),
    lifecycle: 'proposed',
    proposedOn: event.effectiveOn,
    ...{ firstPlanned: timescale, planned: timescale },
    ...{ agreed: null, startedOn: null, achieved: null, withdrawn: null },
    ...{ moves: [], progress: [], evidence: [], reopened: [] },
    version: event.lastVersion,
  };
}

/** The view after one more event. */
export function evolve(view: MilestoneView, event: Happened): MilestoneView {
  const next = { ...view, ...changes(view, event), version: Math.max(view.version, event.lastVersion) };
  return { ...next, lifecycle: lifecycleOf(next) };
}

function lifecycleOf({ achieved, withdrawn, startedOn, agreed }: MilestoneView): Lifecycle {
  if (achieved) return 'achieved';
  if (withdrawn) return 'withdrawn';
  if (startedOn) return 'started';
  return agreed ? 'agreed' : 'proposed';
}

function changes(view: MilestoneView, event: Happened): Partial<MilestoneView> {
  switch (event.type) {
    case 'MilestoneProposed':
      return {};
    case 'MilestoneAgreed':
      return { agreed: { body: textOf(event.payload.body), on: event.payload.date } };
    case 'MilestoneStarted':
      return { startedOn: event.effectiveOn };
    case 'ProgressReported':
      return { progress: [...view.progress, progressOf(event)] };
    case 'MilestoneTimescaleRevised':
      return { planned: event.payload.timescale, moves: [...view.moves, moveOf(view, event)] };
    case 'YoungPeopleTold':
      return { moves: view.moves.map((move) => (move.event === event.payload.move ? told(move, event) : move)) };
    case 'EvidenceAttached':
      return { evidence: [...view.evidence, evidenceOf(event)] };
    case 'LeadsChanged':
      return { leads: event.payload.leads.map(textOf) };
    default:
      return closing(view, event);
  }
}

function closing(
  view: MilestoneView,
  event: HappenedOf<'MilestoneAchieved' | 'MilestoneWithdrawn' | 'MilestoneReopened'>,
): Partial<MilestoneView> {
  switch (event.type) {
    case 'MilestoneAchieved': {
      const { date, evidence, differenceMade } = event.payload;
      return { achieved: { on: date, evidence, differenceMade: textOf(differenceMade) } };
    }
    case 'MilestoneWithdrawn': {
      const { reason, decidedBy, decidedOn } = event.payload;
      const words = { reason: textOf(reason), decidedBy: textOf(decidedBy) };
      return { withdrawn: { ...words, decidedOn, on: event.effectiveOn } };
    }
    case 'MilestoneReopened': {
      const from = view.achieved ? 'achieved' : 'withdrawn';
      const reopened = { ...recorded(event), from, reason: textOf(event.payload.reason) } as const;
      return { achieved: null, withdrawn: null, reopened: [...view.reopened, reopened] };
    }
  }
}

function recorded({ id, effectiveOn, recordedAt }: Happened): Recorded {
  return { event: id, effectiveOn, recordedAt };
}

function textOrNull(text: Personal | null): string | null {
  return text && textOf(text);
}

function progressOf(event: HappenedOf<'ProgressReported'>): MilestoneView['progress'][number] {
  const { rating, narrative, reportedBy } = event.payload;
  return {
    ...recorded(event),
    rating: textOf(rating),
    narrative: textOf(narrative),
    reportedBy: textOrNull(reportedBy),
  };
}

function moveOf(view: MilestoneView, event: HappenedOf<'MilestoneTimescaleRevised'>): MoveView {
  const { timescale, reason, decidedBy, decidedOn, youngPeopleTold } = event.payload;
  return {
    ...recorded(event),
    ...{ from: view.planned, to: timescale },
    ...{ reason: textOf(reason), decidedBy: textOf(decidedBy), decidedOn },
    youngPeopleTold: { ...youngPeopleTold, how: textOrNull(youngPeopleTold.how) },
  };
}

function told(move: MoveView, { payload }: HappenedOf<'YoungPeopleTold'>): MoveView {
  const youngPeopleTold: { state: 'told'; when: Day; how: string } = {
    state: 'told',
    when: payload.when,
    how: textOf(payload.how),
  };
  return { ...move, youngPeopleTold };
}

function evidenceOf({ id, effectiveOn, payload }: HappenedOf<'EvidenceAttached'>): EvidenceView {
  const { shows, link, file } = payload;
  return {
    ...{ id, effectiveOn, shows: textOf(shows), link: textOrNull(link) },
    file: file && { ...file, name: textOf(file.name) },
  };
}
