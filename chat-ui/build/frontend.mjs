// What Maven runs: installs the locked packages and builds the page, each only when its inputs changed.
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NODE_NEEDED = [20, 19];
const SOURCES = ["src/main/web", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts", "eslint.config.js"];
const PAGE = "target/classes/static/index.html";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor < NODE_NEEDED[1])) {
  fail(`The page needs Node ${NODE_NEEDED.join(".")} or newer; this is ${process.versions.node}. Build without it by -DskipUi.`);
}

step("node_modules/.installed", ["package.json", "package-lock.json"], "node_modules/.package-lock.json", ["ci"]);
step("target/page.built", SOURCES, PAGE, ["run", "build"]);

/** Runs npm unless the stamp says that it made just this output from just these inputs. */
function step(stamp, inputs, output, npmArguments) {
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, "utf8") === digest([...inputs, output])) {
    return;
  }
  const run = spawnSync("npm", npmArguments, { stdio: "inherit", shell: process.platform === "win32" });
  if (run.status !== 0) {
    fail(`npm ${npmArguments.join(" ")} failed.`);
  }
  mkdirSync("target", { recursive: true });
  writeFileSync(stamp, digest([...inputs, output]));
}

function digest(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    if (statSync(path).isDirectory()) {
      readdirSync(path).sort().forEach((name) => add(join(path, name)));
    } else {
      hash.update(path).update("\0").update(readFileSync(path));
    }
  };
  paths.forEach(add);
  return hash.digest("hex");
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
