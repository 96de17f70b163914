const ENTRY = 'names/in-browser';
const INSTEAD: Readonly<Record<string, string>> = { zod: 'text/shapes-brought', 'text/words': 'text/words-brought' };

/**
 * The program that searches slices, as one script for a browser: an ES module that exports `openNames`. It is made of the very
 * files that run here, each wrapped in a function, those it needs before it; nothing is rewritten, so that both find the
 * same. `words/` and zod are replaced by what a browser can do.
 *
 * @param sourceOf the JavaScript of a file of `src/` by its path without the ending, `names/read`: of the built program, or with the
 * types stripped.
 * @throws where a file imports or exports in a way that is not known here: a fault of ours, found by the tests.
 */
export function namesScript(sourceOf: (path: string) => string): string {
  const numbers = new Map<string, number>();
  const modules: string[] = [];
  const place = (path: string): number => {
    const known = numbers.get(path);
    if (known !== undefined) return known;
    const wrapped = wrap(path, withoutComments(sourceOf(path)), place);
    numbers.set(path, modules.length);
    return modules.push(`const m${modules.length} = (() => {\n${wrapped}\n})();`) - 1;
  };
  const entry = place(ENTRY);
  return `${modules.join('\n')}\nexport const { openNames } = m${entry};\n`;
}

const IMPORT = /^import\s*\{([^}]*)\}\s*from\s*['"]([^'"]+)['"];?/gmu;
const EXPORT = /^export (?=(?:async )?(?:function|const|class) +([A-Za-z_$][\w$]*))/gmu;
const FOREIGN = /^(?:import|export)\b.*/mu;

function wrap(path: string, source: string, place: (path: string) => number): string {
  const exported: string[] = [];
  const body = source
    .replace(IMPORT, (_, names: string, from: string) => {
      const wanted = names.replace(/\s+/gu, ' ').replace(/ as /gu, ': ').trim();
      return wanted === '' ? '' : `const { ${wanted} } = m${place(pathFrom(path, from))};`;
    })
    .replace(EXPORT, (_, name: string) => {
      exported.push(name);
      return '';
    });
  const foreign = FOREIGN.exec(body)?.[0];
  if (foreign !== undefined) throw new Error(`src/${path} cannot be brought to a browser: ${foreign}`);
  return `${body.trim()}\nreturn { ${exported.join(', ')} };`;
}

function pathFrom(path: string, from: string): string {
  const [folder = ''] = path.split('/');
  const plain = from
    .replace(/\.[jt]s$/u, '')
    .replace(/^\.\.\//u, '')
    .replace(/^\.\//u, `${folder}/`);
  return INSTEAD[plain] ?? plain;
}

// Comments that have lines of their own, and what stripped types leave of lines.
function withoutComments(source: string): string {
  return source
    .replace(/^[ \t]*\/\*\*?[\s\S]*?\*\/[ \t]*$/gmu, '')
    .replace(/^[ \t]*\/\/.*$/gmu, '')
    .replace(/[ \t]+$/gmu, '')
    .replace(/\n{2,}/gu, '\n');
}
