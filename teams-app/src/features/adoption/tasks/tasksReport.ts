import type { TaskRow } from '@last-mile/shared/adoption';
import { count, minutes, observations, value, word } from '../panel/cells';
import { figureTexts } from '../../../app/figures/figureTexts';
import type { Cell, Report } from '../panel/report';
import type { Shown } from '../panel/shown';
import { tasksTexts as texts } from './tasksTexts';

/** The mapped tasks as a table: is there an item, is it used, does it save time, is it trusted. */
export function tasksReport({ range, formats }: Shown): Report {
  const { tasks } = range;
  const covered = tasks.filter(({ publishedItems }) => publishedItems > 0);
  const used = covered.filter(({ uses }) => uses.state === 'known' && uses.value > 0);
  const { number, percent, decimal } = formats;
  return {
    title: texts.title,
    summary:
      tasks.length === 0
        ? texts.none
        : texts.summary(number(covered.length), number(tasks.length), number(used.length)),
    caption: texts.caption,
    columns: [
      { key: 'task', title: texts.columnTask },
      { key: 'family', title: texts.columnFamily },
      { key: 'published', title: texts.columnPublished, numeric: true },
      { key: 'uses', title: texts.columnUses, numeric: true },
      { key: 'people', title: texts.columnPeople, numeric: true },
      { key: 'without', title: texts.columnWithout, numeric: true },
      { key: 'with', title: texts.columnWith, numeric: true },
      { key: 'kept', title: texts.columnKept, numeric: true },
      { key: 'redo', title: texts.columnRedo, numeric: true },
      { key: 'flags', title: texts.columnFlags, numeric: true },
    ],
    rows: tasks.map((task) => ({
      key: task.workflowKey,
      cells: [
        word(task.task),
        word(task.jobFamily),
        task.publishedItems === 0
          ? { text: texts.nothingPublished, value: 0 }
          : count(task.publishedItems, formats),
        value(task.uses, number),
        observations(task.uses, formats),
        without(task, formats),
        minutes(task.withTemplate, 'second', formats),
        value(task.trust.keptShare, percent),
        value(task.trust.redoRate, percent),
        value(task.trust.flagsPer100, decimal),
      ],
    })),
  };
}

function without({ withTemplate }: TaskRow, formats: Shown['formats']): Cell {
  if (withTemplate.state === 'known') return minutes(withTemplate, 'first', formats);
  return word(withTemplate.state === 'pending' ? figureTexts.pending : texts.needsTen);
}
