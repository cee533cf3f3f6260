/** Returns a page that shows all pictures, by screen. The names of files are our own. */
export function indexPage(files: readonly string[]): string {
  const screens = Map.groupBy(files, (file) => file.slice(0, file.indexOf('/')));
  const sections = [...screens].map(
    ([screen, ofScreen]) => `<section>
<h2 id="${screen}">${screen}</h2>
<ul>
${ofScreen.map(figure).join('\n')}
</ul>
</section>`,
  );
  const links = [...screens.keys()].map((screen) => `<a href="#${screen}">${screen}</a>`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Screenshots</title>
<style>
body { margin: 24px; font: 14px/1.4 system-ui, sans-serif; background: #8884; }
ul { display: flex; flex-wrap: wrap; gap: 24px; align-items: start; padding: 0; list-style: none; }
img { max-width: 640px; max-height: 900px; box-shadow: 0 0 0 1px #8888; }
nav { display: flex; gap: 16px; }
</style>
<h1>${files.length} pictures</h1>
<nav>${links.join(' ')}</nav>
${sections.join('\n')}
</html>
`;
}

function figure(file: string): string {
  const name = file.slice(file.indexOf('/') + 1, -'.png'.length);
  return `<li><figure><figcaption>${name}</figcaption><a href="${file}"><img src="${file}" alt="${name}" loading="lazy"></a></figure></li>`;
}
