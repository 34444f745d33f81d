import typescript, { type BindingName, type ExportDeclaration, type Node, type Statement } from 'typescript';

const { SyntaxKind } = typescript;

/** The names under which a file lets its own declarations out, types and values alike. What it hands on from another file is not among them. */
export function exportedNames(text: string): string[] {
  const { statements } = typescript.createSourceFile('read.ts', text, typescript.ScriptTarget.Latest);
  const imported = new Set(statements.flatMap(importedNames));
  const names = statements.flatMap((statement) =>
    typescript.isExportDeclaration(statement) ? listedNames(statement, imported) : declaredNames(statement),
  );
  return [...new Set(names)];
}

/** What is let out where it is declared. */
function declaredNames(statement: Statement): string[] {
  if (!isExported(statement)) return [];
  if (typescript.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => namesOf(name));
  const { name } = statement as Statement & { name?: Node };
  return name && typescript.isIdentifier(name) ? [name.text] : [];
}

/** `export { a, b as c }`, but for what comes from another file. */
function listedNames({ moduleSpecifier, exportClause }: ExportDeclaration, imported: Set<string>): string[] {
  if (moduleSpecifier || !exportClause || !typescript.isNamedExports(exportClause)) return [];
  return exportClause.elements
    .filter(({ name, propertyName = name }) => !imported.has(propertyName.text))
    .map(({ name }) => name.text);
}

function importedNames(statement: Statement): string[] {
  if (!typescript.isImportDeclaration(statement)) return [];
  const { name, namedBindings: named } = statement.importClause ?? {};
  const others = named && typescript.isNamedImports(named) ? named.elements : named ? [named] : [];
  return [name, ...others.map((one) => one.name)].flatMap((one) => (one ? [one.text] : []));
}

/** By a word before it; what is let out as `default` has no name there. */
function isExported(statement: Statement): boolean {
  const words = typescript.canHaveModifiers(statement) ? typescript.getModifiers(statement) : undefined;
  const kinds = words?.map(({ kind }) => kind) ?? [];
  return kinds.includes(SyntaxKind.ExportKeyword) && !kinds.includes(SyntaxKind.DefaultKeyword);
}

const namesOf = (name: BindingName): string[] =>
  typescript.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) =>
        typescript.isOmittedExpression(element) ? [] : namesOf(element.name),
      );
