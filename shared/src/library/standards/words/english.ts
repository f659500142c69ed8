import type { PromptWords } from './promptWords';

const verbs =
  'act|add|adapt|adjust|analy[sz]e|answer|arrange|ask|assess|brainstorm|break|build|calculate|categori[sz]e|check|choose|cite|clean|collect|combine|compare|compose|confirm|consider|convert|correct|create|cut|define|describe|design|develop|draft|edit|estimate|evaluate|explain|extract|fetch|find|fill|flag|format|generate|give|group|help|highlight|identify|imagine|improve|investigate|keep|list|look|make|map|mark|match|merge|name|organi[sz]e|outline|plan|point|prepare|prioriti[sz]e|produce|proofread|propose|provide|put|quote|rank|rate|read|recommend|schedule|remove|rephrase|replace|reply|report|research|review|rewrite|say|search|shorten|show|simplify|sort|split|start|state|structure|suggest|summari[sz]e|take|tell|test|think|tidy|track|transform|translate|turn|update|use|verify|walk|work|write';

export const english: PromptWords = {
  asking: new RegExp(
    `^(?:(?:please|now|then|first|next|finally|copilot|task|goal|step \\d+)[,:]?\\s+)*(?:(?:from|in|for|as|using|based on|with)\\b[^.:!?]{3,120},\\s*)?(?:${verbs})\\b|\\b(?:i (?:want|need|would like|'d like)|can you|could you|help me|your (?:task|job|goal))\\b|\\?\\s*$`,
  ),
  situation:
    /\b(?:because|so that|in order to|before|after|when|while|since|you are|you're|act as|as an? \w+|we (?:are|have|want|need)|our|we|i am|i'm|i have|my|background|context|situation|occasion|role|who is|who are)\b/,
  material:
    /\b(?:below|above|attached|following|based on|use only|only (?:from|use|what)|from (?:the|these|this|my|our|agreed)|(?:this|these|that|the|my|our|last|latest|all) (?:\w+ ){0,2}(?:documents?|e-?mails?|messages?|threads?|meetings?|files?|pages?|sheets?|decks?|slides?|notes?|transcripts?|chats?|inbox|calendar|drafts?|reports?|lists?|tables?|data|text|contracts?|briefs?|plans?|selection|recordings?)|sent items|selected|sources?)\b|https?:\/\/|(?:^|\s)\/\w/,
  shape:
    /\b(?:lists?|tables?|columns?|rows?|bullets?|bulleted|numbered|at most|no more than|not more than|fewer than|less than|under \d+|up to \d+|one (?:sentence|line|paragraph|page)|(?:\d+|two|three|four|five|six|seven|eight|ten) [a-z]+|short|brief|concise|tone|formal|friendly|plain|simple language|warm|polite|format|structure|headings?|subject line|step by step|answer (?:as|with|in|only)|in (?:british |american )?english|do not|don't|never|avoid|leave out|without|instead of|exactly|json|markdown)\b/,
  readers:
    /\b(?:clients?|customers?|readers?|recipients?|colleagues?|managers?|teams?|board|executives?|leaders?|leadership|partners?|audience|stakeholders?|beginners?|specialists?|newcomers?|someone|somebody|a person|people|employees|candidates?|suppliers?|vendors?|committee|sponsor|for me|to me|tell me|show me|give me|my own)\b/,
  greeting: /^(?:dear|hello|hi|good (?:morning|afternoon|evening)|greetings|hey)\b/,
  putIn: /\b(?:paste|enter|include|add|insert|provide|type|copy|attach|fill in)\b/,
  sensitive:
    /\b(?:passwords?|passcodes?|pin codes?|passport (?:numbers?|copies|copy)|social security|national insurance|tax (?:id|file) numbers?|health (?:data|records?|details)|medical (?:data|records?|history|details)|salar(?:y|ies)|bank (?:details|accounts?)|account numbers?|card numbers?|credit cards?|dates? of birth|birth ?dates?|home address(?:es)?|private (?:phone|address)|personal data|id cards?)\b/,
  forbidding: /\b(?:do not|don't|never|without|no|not|remove|leave out|anonymi[sz]e|instead of)\b/,
};
