import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** Leaves the wording of errors alone: tests ask for their code and path, and the sentence may be written better any day. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "advice", {
    shouldIgnore: (path) =>
      (path.isObjectProperty() && path.node.key.name === "advice") ||
      (path.isVariableDeclarator() && path.node.id.name === "advice")
        ? "the wording of an error"
        : undefined,
  }),
];
