import { type ContentReader, NUMBER, operatorCode } from "./contentReader.js";
import type { GraphicsState } from "./graphicsState.js";
import type { RunBuilder } from "./runBuilder.js";

/** What an operator does, given its operands; it reads them from the reader. */
type Act = (reader: ContentReader, state: GraphicsState, text: RunBuilder) => void;

/** An operator: how many operands it needs, and what it does with the last so many. */
type TextOperator = readonly [operands: number, act: Act];

const OPERATORS: Readonly<Record<string, TextOperator>> = {
  BT: [0, (_, __, text) => text.setMatrix([1, 0, 0, 1, 0, 0])],
  ET: [0, (_, __, text) => text.endRun()],
  Tc: [
    1,
    (reader, state) => {
      state.characterSpacing = reader.number(0);
    },
  ],
  Tw: [
    1,
    (reader, state) => {
      state.wordSpacing = reader.number(0);
    },
  ],
  Tz: [
    1,
    (reader, state, text) => {
      state.horizontalScaling = reader.number(0) / 100;
      text.endRun();
    },
  ],
  TL: [
    1,
    (reader, state) => {
      state.leading = reader.number(0);
    },
  ],
  Tr: [
    1,
    (reader, state, text) => {
      state.renderingMode = reader.number(0);
      text.endRun();
    },
  ],
  Ts: [
    1,
    (reader, state, text) => {
      state.rise = reader.number(0);
      text.endRun();
    },
  ],
  Td: [2, (reader, _, text) => text.moveLine(reader.number(0), reader.number(1))],
  TD: [
    2,
    (reader, state, text) => {
      state.leading = -reader.number(1);
      text.moveLine(reader.number(0), reader.number(1));
    },
  ],
  Tm: [6, (reader, _, text) => text.setMatrix(reader.matrix())],
  "T*": [0, (_, state, text) => text.moveLine(0, -state.leading)],
  Tj: [1, (reader, state, text) => show(reader, state, text, 0)],
  TJ: [
    0,
    (reader, state, text) => {
      reader.takeLast(reader.operands);
      for (let operand = 0; operand < reader.operands; operand++) {
        if (reader.kind(operand) === NUMBER) text.adjust(state, reader.number(operand));
        else show(reader, state, text, operand);
      }
    },
  ],
  "'": [
    1,
    (reader, state, text) => {
      text.moveLine(0, -state.leading);
      show(reader, state, text, 0);
    },
  ],
  '"': [
    3,
    (reader, state, text) => {
      state.wordSpacing = reader.number(0);
      state.characterSpacing = reader.number(1);
      text.moveLine(0, -state.leading);
      show(reader, state, text, 2);
    },
  ],
};

/** The operators of text (ISO 32000-2 Tables 103, 105, 106 and 107) that need nothing but the text and its state. */
export const TEXT_OPERATORS: ReadonlyMap<number, TextOperator> = new Map(
  Object.entries(OPERATORS).map(([operator, entry]) => [operatorCode(operator), entry]),
);

function show(reader: ContentReader, state: GraphicsState, text: RunBuilder, operand: number): void {
  const string = reader.string(operand);
  if (string !== undefined) text.show(state, string);
}
