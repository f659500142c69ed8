import { tokens } from '@fluentui/react-components';
import type { Band, PictureLayout, StepBox, Way, WrittenLine } from './pictureLayout';
import type { Tone } from './pictureWords';

type Dir = 'ltr' | 'rtl';

const inks: Readonly<Record<Tone, string>> = {
  name: tokens.colorNeutralForeground1,
  plain: tokens.colorNeutralForeground1,
  quiet: tokens.colorNeutralForeground2,
  handoff: tokens.colorBrandForeground1,
  ai: tokens.colorBrandForeground1,
  friction: tokens.colorStatusWarningForeground1,
};
const bold: readonly Tone[] = ['name', 'handoff', 'ai'];

/** The whole picture as one drawing, with its title: what leaves the page. */
export function WholePicture({ layout, dir }: { layout: PictureLayout; dir: Dir }) {
  const { width, height, head, bands, foot } = layout;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width}
      height={height}
      fontFamily={tokens.fontFamilyBase}
    >
      <rect width={width} height={height} fill={tokens.colorNeutralBackground1} />
      <Lines lines={head} dir={dir} />
      {bands.map((band) => (
        <BandShapes key={band.top} band={band} dir={dir} />
      ))}
      <Lines lines={foot} dir={dir} />
    </svg>
  );
}

/** One band: lanes at the back, then the ways, then the steps. */
export function BandShapes({ band: { lanes, ways, boxes }, dir }: { band: Band; dir: Dir }) {
  return (
    <g>
      {lanes.map(({ x, y, width, height, lines }) => (
        <g key={y}>
          <rect
            {...{ x, y, width, height }}
            fill={tokens.colorNeutralBackground2}
            stroke={tokens.colorNeutralStroke2}
          />
          <Lines lines={lines} dir={dir} />
        </g>
      ))}
      {ways.map((way, index) => (
        <WayShape key={index} way={way} />
      ))}
      {boxes.map((box) => (
        <BoxShape key={box.id} box={box} dir={dir} />
      ))}
    </g>
  );
}

export function Lines({ lines, dir }: { lines: readonly WrittenLine[]; dir: Dir }) {
  return lines.map(({ words, x, y, size, tone }) => (
    <text
      key={y}
      {...{ x, y, direction: dir, fontSize: size }}
      fontWeight={bold.includes(tone) ? 600 : 400}
      fill={inks[tone]}
    >
      {words}
    </text>
  ));
}

function BoxShape({ box, dir }: { box: StepBox; dir: Dir }) {
  const { x, y, width, height, isSlot, lines, chips } = box;
  return (
    <g>
      <rect
        {...{ x, y, width, height, rx: 6 }}
        fill={tokens.colorNeutralBackground1}
        stroke={isSlot ? tokens.colorBrandStroke1 : tokens.colorNeutralStroke1}
        strokeWidth={isSlot ? 3 : 1}
      />
      {chips.map((chip) => (
        <rect
          key={chip.y}
          {...chip}
          rx={3}
          fill={tokens.colorStatusWarningBackground1}
          stroke={tokens.colorStatusWarningBorder1}
        />
      ))}
      <Lines lines={lines} dir={dir} />
    </g>
  );
}

/** Where the task changes hands the way is thick and broken; everywhere else thin. */
function WayShape({ way: { points, isHandoff } }: { way: Way }) {
  const ink = isHandoff ? tokens.colorBrandStroke1 : tokens.colorNeutralForeground3;
  const [end, before] = [points.at(-1), points.at(-2)];
  if (end === undefined || before === undefined) return null;
  const [x, y] = end;
  const back = x > before[0] ? -7 : 7;
  return (
    <g fill="none" stroke={ink} strokeWidth={isHandoff ? 2.5 : 1.25}>
      <polyline
        points={points.map((point) => point.join(',')).join(' ')}
        {...(isHandoff ? { strokeDasharray: '5 3' } : {})}
      />
      <polyline
        points={`${String(x + back)},${String(y - 4)} ${String(x)},${String(y)} ${String(x + back)},${String(y + 4)}`}
      />
    </g>
  );
}
