import { nameTestCluster } from "./cluster.js";

/** Runs once before all workers. PostgreSQL itself is started by the first test that asks for a database. */
export default nameTestCluster;
