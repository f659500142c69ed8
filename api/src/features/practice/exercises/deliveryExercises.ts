import { judgeIt, tryIt, type StarterExercise } from './starterExercise';

/** Exercises for those who deliver projects, and for people and finance. */
export const deliveryExercises: readonly StarterExercise[] = [
  tryIt('operations-delivery', {
    id: 'delivery-status-page',
    title: 'A status page that the client can act on',
    scenario: `
It is Thursday, the status goes out at five, and the channel holds a week of half sentences.`,
    instruction: `
Make the status page with the prompt. Then strike out whatever the client cannot act on or must not read, and put whatever contradicts itself to the person who wrote it.`,
    input: `
Mon, Jo: migration rehearsal 2 went through, 6 h instead of 4
Tue, Bea: sandbox still without their test users. asked Karl (client) again, third time
Tue, Jo: we can do 4 h if we skip the archive. I'd rather not say that yet
Wed, Ravi: Bea is off from Monday, nobody covers her
Wed, Karl (client): users come "this week"
Thu, Jo: rehearsal 3 planned for the 19th
Thu, Ravi: rehearsal 3 is on the 21st, hall is booked on the 19th`,
    tries: 'Team updates to one status page',
  }),
  tryIt('operations-delivery', {
    id: 'delivery-in-scope',
    title: 'In scope, or a favour?',
    scenario: `
A client asks for "just one small thing" in a chat, and the team wants to say yes.`,
    instruction: `
Hold the request against the statement of work with the prompt. Decide together: in, out, or not said. For whatever is not said, write the one question that settles it.`,
    input: `
REQUEST
Hi! While you're at it: could the export also go out in the layout our Swedish office uses? It's basically the same columns. And it'd be great if it ran on Sundays too.

STATEMENT OF WORK (extract)
3.1 One export of open orders as CSV in the layout of Annex B.
3.2 The export runs once every working day before 07:00.
3.4 Changes to Annex B agreed in writing before user acceptance testing are included.
5.1 User acceptance testing begins on 4 November.`,
    tries: 'Is this in scope?',
  }),
  judgeIt('operations-delivery', {
    id: 'delivery-judge-delay',
    title: 'Spot what is wrong with this delay',
    scenario: `
An assistant helped to tell a client that a date moves. The project lead likes how calm it sounds.`,
    instruction: `
You are the client. What do you still not know after reading it? What would you hold against us in a month?`,
    input: `
FACTS: Data load moves from 12 to 26 November. Cause: our supplier shipped the wrong firmware. Go-live on 15 December is only safe if the client's staff test on two evenings instead of one.

EMAIL
Hello Petra,
a quick update: owing to unforeseen circumstances, the data load will take place slightly later than originally planned. We are working hard to minimise any impact, and the go-live date is not affected. We will keep you informed.
Best, the project team`,
    solution: `
Neither date is in it ("slightly later" is two weeks), nor the cause, which is ours to answer for.
"The go-live date is not affected" is not true without the two evenings of testing, and these are what the client would have to arrange now.
It asks for nothing and promises everything: in December it will be read again.`,
  }),
  tryIt('people-finance', {
    id: 'finance-three-sentences',
    title: 'Monthly figures for people who are not accountants',
    scenario: `
The managers of four teams get the figures on Wednesday. They read the first three lines.`,
    instruction: `
Have the prompt write three sentences. Then recalculate every figure in them by hand. Did it give a reason that nobody gave?`,
    input: `
                 Oct      Sept     Plan
Revenue        412,300  398,900  420,000
Travel          18,450    9,200   12,000
Subcontractors  61,000   64,500   55,000
Result          37,150   44,800   40,000

Notes: travel incl. the September trade fair, invoiced late. One client paid an October fee in November (8,500).`,
    tries: 'Monthly figures in three sentences',
  }),
  tryIt('people-finance', {
    id: 'finance-payment-reminder',
    title: 'The tone of a reminder',
    scenario: `
Three invoices are overdue. One of them belongs to a client whose managing director has just died.`,
    instruction: `
Have the prompt choose a tone for each. Where would you not follow it, and where would you pick up the phone instead of writing?`,
    input: `
1. Norrland Timber, £12,400, 9 days late, always paid on time in six years.
2. Quill & Co, £860, 41 days late, second reminder, no answer, their new bookkeeper started on the 1st.
3. Adair Hotels, £5,200, 23 days late, managing director died on the 12th (newspaper), account manager sent condolences.`,
    tries: 'Choose the tone of a payment reminder',
  }),
  judgeIt('people-finance', {
    id: 'people-judge-candidates',
    title: 'Spot what must not be in this comparison',
    scenario: `
An assistant compared two candidates from interview notes. The hiring manager wants to forward it to the panel.`,
    instruction: `
Mark every sentence that must not be used to decide, and every one that the notes do not support. What is left? Is it enough?`,
    input: `
NOTES
Candidate A: 7 yrs payroll, led a change of system, vague on tax codes, asked about part-time. Has two small children, mentioned it herself.
Candidate B: 4 yrs payroll, precise on tax codes, no system change so far, quiet at first.

COMPARISON
Candidate A is the more experienced, with seven years and a system change she led, but her family situation may limit her availability, and she wants to work part-time. Candidate B is highly precise, a strong culture fit and more committed in the long term, though somewhat introverted. We recommend candidate B.`,
    solution: `
Must not be used: the family situation, and availability concluded from it. Asking about part-time is a question about the job, no lack of commitment.
Not supported: "culture fit", "more committed in the long term", "introverted" (quiet at first).
Left out: A was vague on tax codes, the one finding that bears on the work.
What is left are three facts about experience and one about tax codes; a recommendation is the panel's, and needs the same questions put to both.`,
  }),
];
