// What the search page's other scripts give: the library and the documents.
declare const MiniSearch: typeof import('minisearch').default;
type MiniSearch<T> = import('minisearch').default<T>;
declare const smartcornerSearch: { id: string; url: string; number: string; title: string; module: string; text: string }[];
