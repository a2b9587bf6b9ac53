import type { Block } from "../blocks.js";
import type { StructureElement } from "../structure/structureElement.js";
import type { Flowable, Frame } from "./flowable.js";
import type { Setting } from "./setting.js";

/** Lays out blocks in a frame; given to the blocks that hold others. */
export type LayOut = (
  setting: Setting,
  blocks: readonly Block[],
  frame: Frame,
  parent: StructureElement,
) => Flowable[];
