import { Command, CommanderError } from "commander";
import { TariffError } from "tariff-whatif";
import { paintErrors } from "./colours.js";
import { explain } from "./commands/explain.js";
import { init } from "./commands/init.js";
import { run } from "./commands/run.js";
import { schema } from "./commands/schema.js";
import { seek } from "./commands/seek.js";
import { sweep } from "./commands/sweep.js";
import { validate } from "./commands/validate.js";
import { working } from "./commands/working.js";
import type { Host } from "./Host.js";
import { optionOf } from "./optionOf.js";
import { MistakesError, UsageError } from "./UsageError.js";

const exitCodes = `
Exit codes:
  0  the answer is on stdout
  1  a file holds mistakes (each with file, line and column), or the question has no answer
  2  the command cannot be carried out as written: an option, a missing or unreadable file

Only the answer goes to stdout. Colours appear on a terminal and not where NO_COLOR is set; work of more than a second
shows a bar on stderr, on a terminal.

A scenario is a JSON file, "-" for stdin, or one that comes with the package, such as @china-10.`;

/** What the readers say of a file that holds nothing to read. */
const unreadable: ReadonlySet<string> = new Set(["empty-file", "nul-byte", "not-text"]);

const collect = (word: string, words: readonly string[]) => [...words, word];

const asked = (command: Command): Command =>
  command
    .option("--model <name>", "accounting, partial or world")
    .option("--assume <name=value>", "what the model assumes; once for each", collect, [])
    .option(
      "--baseline <name|file>",
      "us-imports-2024, world-2023, a baseline file, or with --columns a CSV file, gzipped or not; otherwise the figures the model is meant for",
    )
    .option("--columns <list>", "CSV: its columns, such as partner=country,product=hs10,value=val,duties=dut")
    .option("--economies <system>", "CSV: the codes of the partners, such as iso-alpha-3 or us-census")
    .option("--importer <code>", "CSV: who imports, where no column says so")
    .option("--year <year>", "CSV: the year, where no column says so")
    .option("--currency <code>", "CSV: the currency of the amounts")
    .option("--price-year <year>", "CSV: the year of the prices, where it is not --year")
    .option("--amounts-in <unit>", "CSV: units, thousands or millions; otherwise units")
    .option("--delimiter <sign>", "CSV: one of , ; | or \\t; otherwise a comma")
    .option("--decimal <sign>", "CSV: . or , before the fraction of a number; otherwise a point")
    .option("--encoding <name>", "CSV: utf-8, utf-16le, utf-16be or windows-1252; otherwise utf-8")
    .option("--repeated-flows <what>", "CSV: refuse or add several rows of one flow; otherwise refuse")
    .option("--set <name=value>", "the value of an open parameter; once for each", collect, []);

const written = (command: Command): Command =>
  command
    .option("--format <name>", "table, markdown, csv or json", "table")
    .option(
      "--money-in <unit>",
      "in tables and Markdown: unit, thousand, million, billion or trillion",
      "billion",
    )
    .option("--places <number>", "in tables and Markdown: places after the point", "2");

const measured = (command: Command): Command =>
  command
    .requiredOption("--parameter <name>", "the open parameter")
    .requiredOption("--indicator <name>", "the number looked at, such as additionalDuties")
    .option("--dimension <name>", "its breakdown", "all")
    .option("--key <code>", "its group", "all");

function programOf(host: Host, version: string): Command {
  const output = {
    writeOut: host.out,
    writeErr: host.err,
    // The nearest spelling stands on the line of the mistake.
    outputError: (text: string, write: (text: string) => void) => write(text.replace("\n(", " (")),
  };
  const program = new Command("tariff-whatif")
    .description("Ask what a tariff would do, and get every number with its working.")
    .version(version)
    .exitOverride()
    .configureOutput(output)
    .addHelpText("after", exitCodes);
  const command = (usage: string, text: string) =>
    program.command(usage).description(text).exitOverride().configureOutput(output);

  written(asked(command("run <scenario...>", "scenarios side by side through one model")))
    .option("--against <id>", "what differences are taken from: baseline or the id of a scenario", "baseline")
    .option("--by <list>", "breakdowns, such as all,exporter,chapter or exporter/chapter", "all")
    .option("--indicator <list>", "the numbers shown; otherwise all")
    .option("--show <what>", "level, difference or percent", "level")
    .action((files, options) => run(files, options, host));
  written(asked(measured(command("sweep <scenario>", "one open parameter over a list of values"))))
    .requiredOption("--values <list>", "the values, such as 0%,10%,25%")
    .action((file, options) => sweep(file, options, host));
  written(
    asked(
      measured(command("seek <scenario>", "the value of a parameter at which a number reaches a target")),
    ),
  )
    .requiredOption("--target <value>", '"1000000000 USD of 2024", 12.5% or 5pp')
    .requiredOption("--between <low,high>", "the lowest and the highest value to try, such as 0%,100%")
    .requiredOption("--tolerance <number>", "how close is close enough, in the unit of the target")
    .action((file, options) => seek(file, options, host));
  asked(
    command("working <scenario>", "how a number came about: its formula, values, steps, law and equations"),
  )
    .requiredOption("--indicator <name>", "the number, such as additionalDuties")
    .requiredOption("--dimension <name>", "its breakdown, such as all or exporter")
    .requiredOption("--key <code>", "its group, such as all or CHN")
    .option("--format <name>", "text, markdown or json", "text")
    .action((file, options) => working(file, options, host));
  command("explain <scenario>", "the rate of one product, step by step")
    .requiredOption("--importer <code>", "the importer, such as USA")
    .requiredOption("--exporter <code>", "the exporter, such as CHN")
    .requiredOption("--product <code>", "the HS code")
    .option("--on <day>", "a day, or any-date; otherwise that of the scenario")
    .option(
      "--base <authority=rate>",
      "what was charged before, such as mfn=2.5%; once for each",
      collect,
      [],
    )
    .option("--set <name=value>", "the value of an open parameter; once for each", collect, [])
    .option("--format <name>", "text or json", "text")
    .action((file, options) => explain(file, options, host));
  command("validate <file...>", "all mistakes in files, each with line and column")
    .option("--as <kind>", "scenario, policy or baseline; otherwise read off the keys of the file")
    .action((files, options) => validate(files, options, host));
  command("schema <kind>", "the JSON Schema of scenario, policy, baseline or comparison files").action(
    (kind) => schema(kind, host),
  );
  command("init [file]", "a commented scenario to start from").action((file) => init(file, host));
  return program;
}

/** Carries out a command line and gives the exit code. */
export async function runProgram(words: readonly string[], host: Host, version: string): Promise<0 | 1 | 2> {
  try {
    await programOf(host, version).parseAsync([...words], { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const complain = (text: string) => host.err(`${paintErrors(text, host.colours.err)}\n`);
    if (error instanceof MistakesError) {
      complain(error.lines.join("\n"));
      return error.exitCode;
    }
    if (error instanceof UsageError) {
      complain(error.message);
      return 2;
    }
    if (!(error instanceof TariffError)) throw error;
    const option = optionOf(error);
    complain(
      option === undefined
        ? error.message
        : `${option}: ${error.advice} Received: ${error.received}. [${error.code}]`,
    );
    return option !== undefined || unreadable.has(error.code) ? 2 : 1;
  }
}
