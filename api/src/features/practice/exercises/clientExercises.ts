import { judgeIt, tryIt, type StarterExercise } from './starterExercise';

/** Exercises for those who advise clients, and for those who look after them. */
export const clientExercises: readonly StarterExercise[] = [
  tryIt('client-advisory', {
    id: 'advisory-notes-to-actions',
    title: 'From a page of notes to who does what',
    scenario: `
A call with the finance director of a family-owned machine builder has just ended. You have a page of notes, the next meeting in fifteen minutes, and the client expects a follow-up today.`,
    instruction: `
Turn the notes into decisions and actions with the prompt. Then check each action against the notes: does its owner stand there, and its date? Mend what does not, and send nothing yet.`,
    input: `
Call with Orla Penn, Brackwell Engineering, 14:00–14:40

- inventory: count moved to 28th, Orla fine with it if we send the list of sites by Fri
- she asked again about the Leeds lease. new landlord? Tom thinks the break clause is 2028, not sure
- FX: they'd rather not hedge. "not this year". Priya to send the one-pager anyway
- intercompany loan – interest rate still the 2019 one!! needs paper before year end. us or their lawyers? Orla: lawyers
- she'll be away from 3rd, deputy is Sam (can approve up to 10k)
- fee for extra site: not discussed`,
    tries: 'Meeting notes to decisions and actions',
  }),
  tryIt('client-advisory', {
    id: 'advisory-what-is-asked',
    title: 'What does this brief really ask?',
    scenario: `
A brief came in on Friday evening, and a partner wants to know on Monday whether to bid. It is long, polite, and says little twice.`,
    instruction: `
Use the prompt on the brief. Then say in one sentence what the client fears. Compare with your neighbour: where you differ, the brief does not say it, and it is a question to ask.`,
    input: `
Fenwick Housing Association invites proposals for a review of its treasury arrangements. The association has grown through two mergers and is proud of its resilience. The Board has taken a keen interest in liquidity since the spring and would value independent assurance that the framework is fit for purpose. The review should be light-touch and collegiate. Fieldwork must be complete before the covenant reporting date of 31 January. Bidders should assume full access, subject to the availability of the treasury team, which is currently being recruited. A fixed fee is preferred. The Board will receive the report in the presence of a representative of the lenders.`,
    tries: 'What does this brief really ask?',
  }),
  judgeIt('client-advisory', {
    id: 'advisory-judge-follow-up',
    title: 'Spot what the follow-up made up',
    scenario: `
An assistant wrote this follow-up from a colleague's notes. It reads well, and it is about to go out.`,
    instruction: `
Find everything in the email that the notes do not support, before you read the solution. For each: would the client notice, and what would it cost?`,
    input: `
NOTES
- Audit of grant spend: sample of 25, all fine so far, 4 still missing papers
- Client will look for the 4, no date given
- Asked whether we could also look at the Dutch branch. I said I'd ask

EMAIL
Dear Ms Okafor,
thank you for your time this morning. As agreed, our sample of 25 grant payments has been completed without findings. You will send us the four outstanding documents by Friday. We are pleased to extend our work to the Dutch branch and will send an amended engagement letter.
Kind regards`,
    solution: `
Three things are made up, and all sound like an agreement.
1. "completed without findings": four papers are missing, so nothing is complete.
2. "by Friday": no date was given.
3. "pleased to extend": nobody agreed to it; a scope and a fee were just promised in writing.
The opening "As agreed" makes each of them worse.`,
  }),
  tryIt('account-management', {
    id: 'accounts-difficult-thread',
    title: 'A timeline before an answer',
    scenario: `
A client of nine years writes in capitals. Three colleagues have answered before you, and not the same thing.`,
    instruction: `
Make a timeline of the thread with the prompt. Only then decide: what did we promise, when, and did we keep it? Write the first sentence of your answer yourselves, without AI.`,
    input: `
2 Sept, Dana (client): The portal still shows last year's contact. Could you change it? Thanks!
2 Sept, Lewis (us): Of course, done by tomorrow.
9 Sept, Dana: Still the old name. It now goes to our auditors like this.
9 Sept, Marek (us): This is a known issue with the portal, IT are on it.
10 Sept, Dana: Lewis said it was done?
16 Sept, Aisha (us): I have looked and the contact was never sent to us in the required form. Attached the form.
17 Sept, Dana: WE SENT THE FORM IN JUNE. WHO IS LOOKING AFTER US?`,
    tries: 'Timeline of a difficult thread',
  }),
  tryIt('account-management', {
    id: 'accounts-read-as-client',
    title: 'Read your answer as the client would',
    scenario: `
You have written an answer to a client who asked why the invoice is higher than the estimate. You are right, and it is in there.`,
    instruction: `
Have your answer read by the prompt as the client would read it. Change one thing only: the sentence that would make them write again. Say aloud why it is that one.`,
    input: `
Dear Mr Alvarado,
thank you for your email. As set out in section 4.2 of our terms, estimates are non-binding. The additional 11 hours result from the late delivery of the ledgers by your team, which meant that work had to be repeated. The total is therefore correct as invoiced. We would kindly ask you to settle the amount by the due date.
Please do not hesitate to contact us with any questions.`,
    tries: 'Read my answer as the client would',
  }),
  judgeIt('account-management', {
    id: 'accounts-judge-summary',
    title: 'Spot what the summary left out',
    scenario: `
Before a renewal call, an assistant summarised a year of emails with a client into five lines. You have two minutes.`,
    instruction: `
Compare the summary with the extracts. What is missing that would make you look unprepared on the call? What is there and wrong?`,
    input: `
EXTRACTS
- Feb: "We will not renew the training module, nobody used it." (client)
- Apr: response time complaint, closed with an apology and a credit of £400
- Jun: "Ines is taking over from me in July. She is more of a numbers person."
- Oct: "Happy with the new dashboard. Can we have it per region?" We: "Planned for Q1."

SUMMARY
The relationship is very positive. The client is happy with the dashboard and would like it per region, which is planned for Q1. There was one complaint, which was resolved. The contact is Graham Tolley. There is potential to extend the training module.`,
    solution: `
Wrong: the contact is Ines since July, and the training module was cancelled, so offering more of it would open the call with the one thing they said no to.
Left out: the credit of £400, and that Ines is a numbers person, which says how to prepare.
Made smooth: "very positive" stands in no extract.`,
  }),
];
