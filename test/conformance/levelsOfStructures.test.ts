import { structures } from "./documents/structures.js";
import { describeEveryLevel } from "./judging/everyLevel.js";

describeEveryLevel("on files of every structure", structures);
