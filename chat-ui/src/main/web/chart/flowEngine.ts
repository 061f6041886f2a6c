import { SankeyChart } from "echarts/charts";
import { use } from "echarts/core";

// Loaded on the first chart of ways, beside the engine.
use([SankeyChart]);
