import type { FilingItem } from "../../api/filing";
import type { LibraryFolder } from "../../api/library";

/** A file of the tree: of a filing that runs, or as it stands filed. */
export type TreeFile = Pick<FilingItem, "id" | "path" | "state" | "sizeBytes">;

/** A folder of the library with what stands in it, in the order of the binder. */
export interface Folder {
  name: string;
  path: string;
  folders: Folder[];
  files: TreeFile[];
}

/** The paths of a filing as a tree. Folders and files keep the order of the items, which is the order of the binder. */
export function treeOf(items: readonly TreeFile[]): Folder {
  const root: Folder = { name: "", path: "", folders: [], files: [] };
  const known = new Map<string, Folder>([["", root]]);
  for (const item of items) {
    const parts = item.path.split("/").filter(Boolean);
    parts.pop();
    let folder = root;
    for (const name of parts) {
      const path = folder.path === "" ? name : `${folder.path}/${name}`;
      let next = known.get(path);
      if (!next) {
        next = { name, path, folders: [], files: [] };
        known.set(path, next);
        folder.folders.push(next);
      }
      folder = next;
    }
    folder.files.push(item);
  }
  return root;
}

/** What stands filed, as the files of a tree. */
export const filesOf = (folder: LibraryFolder): TreeFile[] => [
  ...folder.folders.flatMap(filesOf),
  ...folder.files.map(({ path, sizeBytes }) => ({ id: path, path, state: "filed" as const, sizeBytes })),
];

export const fileName = (item: { path: string }): string => item.path.split("/").pop() ?? item.path;

export const folderOf = (path: string): string => path.split("/").slice(0, -1).join("/");

export const countFiles = (folder: Folder): number => folder.folders.reduce((sum, each) => sum + countFiles(each), folder.files.length);

const troubled = (item: TreeFile): boolean => item.state === "failed" || item.state === "conflict";

/** True where something below needs a person. */
export const needsCare = (folder: Folder): boolean => folder.files.some(troubled) || folder.folders.some(needsCare);

/** Filed parts of a filing, 0 to 1. */
export const progressOf = ({ total, done, failed }: { total: number; done: number; failed: number }): number => (total === 0 ? 0 : (done + failed) / total);
