import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@prongsai/platform/config';
import { AcceptReport, AcknowledgeReport, DraftReport, ReturnReport, SendReport, SubmitReport } from '@prongsai/domain/reporting';
import { reportLife, type ReportState } from '@prongsai/kernel/workflow';
import type { ReportStep, ReportStepStory } from './story';
import { instantOf } from './story-days';
import type { UnitCast } from './unit-cast';

/** A report of the unit as it was found. */
export interface ToldReport {
  id: string;
  state: ReportState;
}

/** How far each state is along the way of a report. */
const way: readonly ReportState[] = ['open', 'drafted', 'submitted', 'acknowledged', 'sent'];

const hours: Record<ReportStep, number> = { draft: 9, submit: 11, acknowledge: 13, send: 15, accept: 10, return: 10 };

/** Tells one act on a unit's report by its verb, unless it has been told. */
@Injectable()
export class TellReportStep {
  constructor(
    private readonly clock: BusinessClock,
    private readonly draft: DraftReport,
    private readonly submit: SubmitReport,
    private readonly acknowledge: AcknowledgeReport,
    private readonly send: SendReport,
    private readonly accept: AcceptReport,
    private readonly sendBack: ReturnReport,
  ) {}

  /** Answers the report as it now stands. `told` is the unit's report of the round, undefined when nobody has begun it. */
  async run(cast: UnitCast, story: ReportStepStory, told: ToldReport | undefined): Promise<ToldReport> {
    if (told && isPast(told.state, story.step)) return told;
    return this.clock.during(instantOf(story.on, hours[story.step]), () => this.act(cast, story, told));
  }

  private async act(cast: UnitCast, story: ReportStepStory, told: ToldReport | undefined): Promise<ToldReport> {
    const { webmaster1, approver, head } = cast.actors;
    const place = { fiscalYear: story.fiscalYear, round: story.round };
    switch (story.step) {
      case 'draft':
        return this.draft.run(webmaster1, place, { problems: story.problems ?? null, suggestions: story.suggestions ?? null });
      case 'submit':
        return this.submit.run(approver, place);
      case 'acknowledge':
        return this.acknowledge.run(head, place);
      case 'send':
        return this.send.run(head, place);
      case 'accept':
        return { ...(await this.accept.run(cast.supervisor, idOf(told))), state: reportLife.accept.to };
      case 'return':
        return { ...(await this.sendBack.run(cast.supervisor, idOf(told), story.comment ?? '')), state: reportLife.return.to };
    }
  }
}

function isPast(state: ReportState, step: ReportStep): boolean {
  if (state === 'accepted' || state === 'returned') return true;
  const leadsTo = way.indexOf(reportLife[step].to);
  return leadsTo >= 0 && way.indexOf(state) >= leadsTo;
}

function idOf(told: ToldReport | undefined): string {
  if (!told) throw new Error('a report is accepted or returned after it was sent');
  return told.id;
}
