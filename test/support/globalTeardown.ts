import { removeTestCluster } from "./cluster.js";

/** Runs once, after all workers have ended. */
export default removeTestCluster;
