import { contents } from "./documents/contents.js";
import { describeEveryLevel } from "./judging/everyLevel.js";

describeEveryLevel("on files with every content", contents);
