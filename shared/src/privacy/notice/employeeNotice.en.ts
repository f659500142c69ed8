import { eventRetentionDays, smallestGroupShown } from '../../adoption';
import type { EmployeeNotice } from './employeeNotice';

const largestBanded = 2 * smallestGroupShown - 1;

/** The notice in English. Square brackets hold what the organisation fills in. */
export const employeeNoticeEnglish: EmployeeNotice = {
  title: 'Last Mile: what is measured, and what never is',
  lead: 'Last Mile is a tab in Teams and a button in Outlook that help us make AI part of daily work. To know whether that succeeds, a few things are counted. This notice says which, who sees what, how long it is kept, and what you decide yourself. It speaks of Last Mile alone; Microsoft 365 keeps records of its own.',
  counted: {
    title: 'What is counted',
    lines: {
      promptCopied: 'That you copied a prompt from the library.',
      promptOpened: 'That you opened a prompt in an AI assistant.',
      templateInserted: 'That you inserted a template into a message.',
      practised:
        'That you said you did a practice session’s exercise on a task of your own, and that you checked in to a session.',
      copilotActive:
        'On which days Microsoft’s usage report says you used Microsoft 365 Copilot, where our organisation lets Last Mile read that report. The report says nothing of what you did there.',
      reportedUse: 'On which days a list that a champion uploaded says you used another AI tool.',
      draftSent:
        'That you sent a message while the add-in ran: how long it took, and how much of an inserted template was still there. Both are worked out on your device.',
      redoAnswered: 'Your answer to “Did you have to redo it?”, asked at most once a week.',
      directory:
        'From our organisation’s directory: your name, job title and department, and whether you belong to the programme’s group. Of these, department and job family are kept beside what is counted; the name is not.',
    },
  },
  sent: {
    title: 'What your device sends of these, in full',
    of: {
      use: 'Of a use',
      draft: 'Of a message you sent',
      answer: 'Of your answer',
    },
    use: {
      clientKey: 'a random number so that nothing counts twice',
      at: 'the moment',
      itemKey: 'which item of the library',
      version: 'in which version',
      surface: 'whether in Teams or in Outlook',
    },
    draft: {
      clientKey: 'a random number so that nothing counts twice',
      at: 'the moment it was sent',
      minutes:
        'the minutes from opening it to sending it, without the time Outlook was out of sight',
      taskKey: 'which task it was for, if you said so or the template did',
      surface: 'that it was in Outlook',
      template: 'which template was inserted',
    },
    template: {
      itemKey: 'the item',
      version: 'its version',
      keptShare: 'how much of it was kept',
      paragraphs: 'of each of its paragraphs whether it was kept, rewritten or deleted',
    },
    answer: {
      clientKey: 'a random number so that nothing counts twice',
      at: 'the moment',
      itemKey: 'which item of the library',
      version: 'in which version',
      redo: 'yes or no',
      surface: 'whether in Teams or in Outlook',
    },
  },
  figures: {
    title: 'Which figures are made of it',
    lines: {
      weeks:
        'How many people of the programme were active in a week, in Teams, Outlook or Copilot; how many are new, came back or pause.',
      departments: 'How many were active, by department.',
      jobFamilies: 'How many were active, by job family.',
      habit: 'How many people use AI in most weeks, in some, or in none.',
      retention: 'How many of those who began in the same week are still active later.',
      draftingTime: 'How long messages take, with a template and without.',
      trust:
        'How much of the templates is kept, how often something had to be redone, and how often it was flagged.',
      tasks: 'How often the texts for a task are used, and what time they save.',
      copilot: 'Whether the Copilot report could be read.',
      library: 'How many texts there are, and how many nobody has used.',
      feedback: 'How fast flags and suggestions are answered, and whether that helped.',
      improvements: 'What became of each suggestion.',
    },
  },
  never: {
    title: 'What is never collected',
    lines: {
      messages:
        'What you write in a message, its subject, and whom it goes to. The add-in reads them on your device, to fit a template and to ask before sending; they do not leave it unless you write them into a flag or a suggestion yourself.',
      assistants:
        'What you ask an AI assistant, and what it answers. If you paste an answer into a flag yourself, names, addresses and numbers are replaced first, and you read what is sent.',
      work: 'Keystrokes, your screen, your presence in Teams, your chats, calls and files.',
      ranking: 'There is no score of a person and no ranking of people.',
    },
  },
  seen: {
    title: 'Who sees what',
    lines: {
      you: 'You see your own feedback and what came of it, your drafts, your own timings and answers, and your own practice.',
      colleagues:
        'Colleagues of your programme see what you publish in the library or add when prompts are built together, with your name; a suggestion of yours once it was taken up, without your name; and that you help with a task, if you offered it.',
      champions:
        'The owner of the programme and the deputies see the figures, and by name whom it may help to talk to: who has not begun, went quiet or had a bad start, and on which day they last used something. They see who began with a flag under their own name and went quiet. They do not see what you used or how often. Your feedback reaches them with your name, or under a pseudonym if you do not want to be named.',
      leaders: `Leaders see the figures, of the programme and of its groups, and no person’s use. Groups of fewer than ${String(smallestGroupShown)} people are hidden; of ${String(smallestGroupShown)} to ${String(largestBanded)} they see only whether it is under or over half.`,
      siteOwners:
        'Owners of the programme’s SharePoint site can read its lists. Library, tasks and programme stand there with the account of who wrote; feedback with a pseudonym or the name you gave; practice, timings, saved time and coaching with a code in place of your name.',
      operators:
        'Whoever runs the servers can read the database. In it your uses stand under a random number; the key that ties it to you is kept outside the database.',
    },
  },
  kept: {
    title: 'How long it is kept',
    lines: {
      uses: `Single uses, messages and answers: ${String(eventRetentionDays)} days, then they are deleted.`,
      weeks:
        'Counts for each week and the programme you belonged to, under the random number: as long as Last Mile is used.',
      feedbackWords:
        'The words of your feedback: 730 days after it was closed. What came of it stays, without them.',
      practice: 'Check-ins and exercises you practised: 730 days.',
      times: 'Timings, and where saved time went: 730 days.',
      coaching:
        'That a champion reached out to you, and what came of it: 730 days. Whether you want to be asked: until you say otherwise.',
      library:
        'What you wrote for the library or for tasks: as long as it is used there. Votes, favourites and offers of help: until you take them back, or as long as what they are about.',
      programme:
        'Who owns, deputises for and sponsors a programme, and what was decided in it: until it is deleted in SharePoint.',
      notices: 'What Teams told you last of a thing, so that you are not told twice: 365 days.',
      drafts: 'Programmes that were begun and left alone: 365 days.',
      marks: 'What champions ticked off in the owner’s week: 365 days.',
      sessions:
        'What was added where prompts are built together: 365 days after the last was done there. What did not become a draft becomes one of yours then.',
      libraryDrafts:
        'Drafts of yours that nobody changes for 365 days are retired, not deleted. The page with your drafts says so before.',
      roles: 'Which role you had at your last sign-in: 180 days.',
      audit: 'Who changed what in lists and settings: 730 days.',
      erasures: 'That somebody’s data was erased, under a code: 400 days.',
      device:
        'On your device and in your mailbox’s settings for the add-in: what waits to be sent, what you have begun to write, and which prompts and templates you used last.',
      settings: 'Our organisation may have set other times: [none, or which].',
    },
  },
  choices: {
    title: 'What you decide',
    lines: {
      coaching:
        'Whether champions may reach out to you. In the tab open Feedback, My feedback, “How Last Mile may contact me”, and switch off “The champions of my programme may offer me a hand”. From then on you are on no list of people to talk to, and nobody is told that you chose it. It does not change what is counted.',
      name: 'Whether your name stands on your feedback. Clear “Show my name to the champion” before you send it, and they see a pseudonym.',
      answers:
        'Whether you answer: every question (had to redo it, where saved time went, how long a step takes) can be left unanswered.',
      help: 'Whether you offer help with a task. You do not until you say so, and taking it back deletes it.',
      ownData:
        'On the page where you choose whether champions may reach out stands what is held about you: you can save all of it as a file, and have it erased. An admin of Last Mile can do both for you: ask [contact at our organisation]. You can also turn to [data protection officer or works council].',
    },
  },
};
