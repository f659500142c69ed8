import type { CalendarDay } from '../calendarDay';
import { usageKinds } from './usageEvents';

/** Days on which a report or an upload saw somebody use AI; with what is not told. */
export const reportedKinds = ['copilotActive', 'reportedUse'] as const;
export type ReportedKind = (typeof reportedKinds)[number];

/**
 * What counts (design 5): what people do in the tab and the pane, an exercise they did on a task of their
 * own, and what was reported of them.
 */
export const actionKinds = [...usageKinds, 'practised', ...reportedKinds] as const;
export type ActionKind = (typeof actionKinds)[number];

/** Where a counted action happened; `other` is what an upload does not say. */
export const actionSurfaces = ['teams', 'outlook', 'copilot', 'other'] as const;
export type ActionSurface = (typeof actionSurfaces)[number];

/** The two kinds of counted action, always shown apart (design 5). */
export type CountedKind = 'aiUse' | 'templateUse';

/** What an action counts as. A template's send is the same action as its insertion, not a second. */
export function countedAs(kind: ActionKind): CountedKind {
  return kind === 'templateInserted' ? 'templateUse' : 'aiUse';
}

/** Something one person did, known by a random subject id only. */
export interface Fact {
  readonly subjectId: string;
  readonly at: Date;
}

export interface CountedAction extends Fact {
  readonly kind: ActionKind;
  readonly surface: ActionSurface;
  /** The library item that was used; null for what was practised or reported. */
  readonly itemKey: string | null;
}

/** A draft, at the moment it was sent. */
export interface DraftObservation extends Fact {
  /** From opened to sent; null where the device could not tell. */
  readonly minutes: number | null;
  /** The mapped task (its workflow's key); null where the person did not say. */
  readonly taskKey: string | null;
  /** The template that was inserted, and the share of its text still there; null where unknown. */
  readonly template: { readonly itemKey: string; readonly keptShare: number | null } | null;
}

/** An answer to "Did you have to redo it?". */
export interface RedoAnswer extends Fact {
  readonly itemKey: string;
  readonly redo: boolean;
}

/** A flag on a library item, or on what an assistant wrote (null). Who flagged is no part of it. */
export interface Flag {
  readonly at: Date;
  readonly itemKey: string | null;
}

/**
 * What was known of one member of a programme, and from when until when: `validTo` is the first day
 * it was not. Nobody has two spans on one day.
 */
export interface MembershipSpan {
  readonly subjectId: string;
  readonly department: string;
  /** Null where the job title is mapped to none. */
  readonly jobFamily: string | null;
  readonly validFrom: CalendarDay;
  readonly validTo: CalendarDay | null;
}

/** The group of people without a job family: they are a part of the whole like any other. */
export const noJobFamily = 'No job family';
