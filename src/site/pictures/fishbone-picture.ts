import type { Element } from 'hast';
import { s } from 'hastscript';
import type { TreeNode } from '../../core/content/tree.js';
import { arrowHead, fontSize, lineHeight, picture, round, textLines } from './box.js';
import { textWidth, wrapText } from './text.js';

const causeEms = 15;
const mostCategories = 10;
const mostCauses = 8;
const padding = 10;
/** How far a bone leans, across for each pixel down. */
const lean = 0.4;

interface Bone {
  readonly name: readonly string[];
  readonly causes: readonly (readonly string[])[];
  readonly textHeight: number;
}

/** Groups of causes along a spine that leads to the problem: above and below in turn. Undefined when there is nothing to draw. */
export function fishbonePicture(categories: readonly TreeNode[], problem: string, name: string): Element | undefined {
  if (categories.length < 2 || categories.length > mostCategories) return undefined;
  const bones = categories.map(readBone);
  const pairs = Math.ceil(bones.length / 2);
  const half = Math.max(...bones.map((bone) => bone.textHeight)) + lineHeight * 2 + 24;
  const causeWidth = causeEms * 12 + 16;
  const step = causeWidth + half * lean * 0.5 + 24;
  const headLines = wrapText(problem, 9, 4);
  const headWidth = Math.max(...headLines.map(textWidth), 5) * fontSize + padding * 2;
  const spineY = half + 16;
  const spineEnd = 16 + half * lean + pairs * step;
  const width = spineEnd + headWidth + 16;
  const height = bones.length > 1 ? spineY * 2 : spineY + 40;

  const drawn = bones.map((bone, index) => {
    const above = index % 2 === 0;
    const footX = 16 + half * lean + (Math.floor(index / 2) + 1) * step - 20;
    return drawBone(bone, footX, spineY, half - 12, above);
  });
  const headHeight = headLines.length * lineHeight + padding * 2;
  return picture({ width, height, name, className: 'fishbone-picture' }, [
    s('g', { className: ['edge', 'spine'] }, [
      s('path', { d: `M16 ${round(spineY)} H${round(spineEnd)}` }),
      arrowHead(spineEnd, spineY, 16, spineY),
    ]),
    ...drawn,
    s('g', { className: ['problem'] }, [
      s('rect', { x: round(spineEnd), y: round(spineY - headHeight / 2), width: round(headWidth), height: round(headHeight), rx: 6 }),
      textLines(headLines, spineEnd + headWidth / 2, spineY, 'label'),
    ]),
  ]);
}

function readBone(category: TreeNode): Bone {
  const texts = category.children.slice(0, mostCauses).map((cause) => wrapText(cause.text, causeEms, 3));
  const rest = category.children.length - mostCauses;
  const causes = rest > 0 ? [...texts, [`+${rest}`]] : texts;
  return { name: wrapText(category.text, 8, 1), causes, textHeight: causes.reduce((sum, lines) => sum + lines.length * 17 + 10, 0) };
}

function drawBone(bone: Bone, footX: number, spineY: number, length: number, above: boolean): Element {
  const sign = above ? -1 : 1;
  const topX = footX - length * lean;
  const topY = spineY + sign * length;
  const at = (distance: number) => ({ x: footX - distance * lean, y: spineY + sign * distance });
  const nameWidth = Math.max(...bone.name.map(textWidth), 2) * fontSize + padding * 2;
  let distance = 14;
  const ordered = above ? [...bone.causes].reverse() : bone.causes;
  const causes = ordered.map((lines) => {
    const height = lines.length * 17;
    const middle = at(distance + height / 2 + 4);
    distance += height + 10;
    const first = middle.y - ((lines.length - 1) * 17) / 2;
    return s('g', { className: ['cause-line'] }, [
      s('path', { d: `M${round(middle.x - 12)} ${round(middle.y)} H${round(middle.x)}` }),
      s(
        'text',
        { textAnchor: 'end', className: ['small'] },
        lines.map((line, index) => s('tspan', { x: round(middle.x - 16), y: round(first + index * 17), dy: '.35em' }, line)),
      ),
    ]);
  });
  return s('g', { className: ['bone'] }, [
    s('g', { className: ['edge'] }, [s('path', { d: `M${round(topX)} ${round(topY)} L${round(footX)} ${round(spineY)}` })]),
    ...causes,
    s('rect', { x: round(topX - nameWidth / 2), y: round(topY - 14), width: round(nameWidth), height: 28, rx: 6 }),
    textLines(bone.name, topX, topY, 'mark'),
  ]);
}
