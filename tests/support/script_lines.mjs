// The report of script_lines.py: adds up what Chromium counted, and says it by script.
import { readdir, readFile } from "node:fs/promises";
import { CoverageReport } from "monocart-coverage-reports";

const folder = "build/script-lines";
const report = new CoverageReport({
  name: "Lines of scripts that browser tests run",
  outputDir: `${folder}/report`,
  reports: [["text", { maxCols: 120, skipFull: true }], ["json-summary", { file: "sum.json" }], "html"],
  logging: "error",
});
for (const name of await readdir(`${folder}/entries`)) {
  await report.add(JSON.parse(await readFile(`${folder}/entries/${name}`, "utf8")));
}
await report.generate();
const { total } = JSON.parse(await readFile(`${folder}/report/sum.json`, "utf8"));
const least = Number(globalThis.process.argv[2]);
if (total.lines.pct < least) {
  globalThis.process.stderr.write(`${total.lines.pct} % of the lines of scripts are run, ${least} are expected\n`);
  globalThis.process.exit(1);
}
