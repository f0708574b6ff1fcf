import * as vscode from 'vscode';

interface ChoiceItem<Answers> extends vscode.QuickPickItem {
  readonly value: Answers;
}

interface AnyStep<Answers> {
  readonly placeholder: string;
  /** Whether the question need not be asked. */
  readonly isAnswered?: (answers: Answers) => boolean;
}

interface ChoiceStep<Answers> extends AnyStep<Answers> {
  readonly kind: 'choice';
  readonly items: (answers: Answers) => Promise<readonly ChoiceItem<Answers>[]>;
}

interface TextStep<Answers> extends AnyStep<Answers> {
  readonly kind: 'text';
  readonly initial: (answers: Answers) => string;
  /** What is wrong with a text, for the user; undefined if it will do. */
  readonly problem: (text: string) => string | undefined;
  readonly value: (text: string) => Answers;
}

/** One question of several. */
export type Step<Answers> = ChoiceStep<Answers> | TextStep<Answers>;

/** Asks one question after the other, with a way back; undefined when the user gives up. */
export async function askStepByStep<Answers extends object>(
  title: string,
  steps: readonly Step<Answers>[],
  known: Answers,
): Promise<Answers | undefined> {
  const asked = steps.filter((step) => !step.isAnswered?.(known));
  let answers = known;
  for (let index = 0; index < asked.length; ) {
    const step = asked[index];
    if (!step) break;
    const place = { title, step: index + 1, totalSteps: asked.length };
    const answer = step.kind === 'choice' ? await askChoice(step, place, answers) : await askText(step, place, answers);
    if (answer === undefined) return undefined;
    if (answer === 'back') {
      index -= 1;
      continue;
    }
    answers = { ...answers, ...answer };
    index += 1;
  }
  return answers;
}

interface Place {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

function askChoice<Answers>(step: ChoiceStep<Answers>, place: Place, answers: Answers): Promise<Answers | 'back' | undefined> {
  const picker = vscode.window.createQuickPick<ChoiceItem<Answers>>();
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.busy = true;
  step.items(answers).then(
    (items) => {
      picker.items = items;
      picker.busy = false;
    },
    () => picker.hide(),
  );
  return show(picker, step, place, () => picker.selectedItems[0]?.value);
}

function askText<Answers>(step: TextStep<Answers>, place: Place, answers: Answers): Promise<Answers | 'back' | undefined> {
  const box = vscode.window.createInputBox();
  box.value = step.initial(answers);
  box.prompt = step.placeholder;
  box.onDidChangeValue(() => {
    box.validationMessage = undefined;
  });
  return show(box, step, place, () => {
    box.validationMessage = step.problem(box.value);
    return box.validationMessage === undefined ? step.value(box.value) : undefined;
  });
}

function show<Answers>(
  input: vscode.QuickPick<ChoiceItem<Answers>> | vscode.InputBox,
  { placeholder }: Step<Answers>,
  place: Place,
  answer: () => Answers | undefined,
): Promise<Answers | 'back' | undefined> {
  input.title = place.title;
  input.step = place.step;
  input.totalSteps = place.totalSteps;
  input.placeholder = placeholder;
  input.ignoreFocusOut = true;
  input.buttons = place.step > 1 ? [vscode.QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    const end = (result: Answers | 'back' | undefined) => {
      resolve(result);
      input.dispose();
    };
    input.onDidTriggerButton(() => end('back'));
    input.onDidAccept(() => {
      const given = answer();
      if (given !== undefined) end(given);
    });
    input.onDidHide(() => end(undefined));
    input.show();
  });
}
