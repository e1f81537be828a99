import ts from "typescript";

/** Reads a JavaScript literal, as it stands after `// =>`; returns undefined where the text is none. */
export function readLiteral(text: string): { readonly value: unknown } | undefined {
  const source = ts.createSourceFile("literal.ts", `(${text}\n)`, ts.ScriptTarget.Latest, true);
  const [statement, ...more] = source.statements;
  const problems = (source as { parseDiagnostics?: readonly unknown[] }).parseDiagnostics ?? [];
  if (!statement || more.length > 0 || problems.length > 0 || !ts.isExpressionStatement(statement))
    return undefined;
  if (!ts.isParenthesizedExpression(statement.expression)) return undefined;
  try {
    return { value: evaluate(statement.expression.expression) };
  } catch {
    return undefined;
  }
}

const words: Readonly<Record<string, unknown>> = { undefined: undefined, NaN: NaN, Infinity: Infinity };

function evaluate(node: ts.Expression): unknown {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  if (ts.isIdentifier(node) && Object.hasOwn(words, node.text)) return words[node.text];
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    const value = evaluate(node.operand);
    if (typeof value === "number") return -value;
  }
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(evaluate);
  if (ts.isObjectLiteralExpression(node)) {
    return Object.fromEntries(
      node.properties.map((property) => {
        if (!ts.isPropertyAssignment(property) || ts.isComputedPropertyName(property.name)) {
          throw new Error("not a literal");
        }
        return [property.name.text, evaluate(property.initializer)];
      }),
    );
  }
  throw new Error("not a literal");
}
