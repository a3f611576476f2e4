'use strict';

/* Fetches what comes when it is asked for; the script's own address says where the site is. */
{
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** @type {{[path: string]: Promise<unknown>}} */
  const fetched = {};
  /**
   * Fetches a script or a style, once; what failed is fetched anew when it is asked for again.
   * @param {string} path from the site's root; `*` stands for the page's language
   */
  SmartCorner.load = (path) => {
    if (!fetched[path]) {
      fetched[path] = new Promise((done, failed) => {
        const [, site, locale] = /** @type {string[]} */ (/(.*)assets\/[a-z]+\.(.*)\.js/.exec(src));
        const address = site + path.replace('*', locale);
        const part = path.endsWith('.css')
          ? Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address })
          : Object.assign(document.createElement('script'), { src: address });
        part.addEventListener('load', done);
        part.addEventListener('error', failed);
        document.head.append(part);
      });
      fetched[path].catch(() => delete fetched[path]);
    }
    return fetched[path];
  };
}
