import type { FilingItem } from "../../api/filing";

/** A folder of the library with what stands in it, in the order of the binder. */
export interface Folder {
  name: string;
  path: string;
  folders: Folder[];
  files: FilingItem[];
}

/** The paths of a filing as a tree. Folders and files keep the order of the items, which is the order of the binder. */
export function treeOf(items: readonly FilingItem[]): Folder {
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

export const fileName = (item: { path: string }): string => item.path.split("/").pop() ?? item.path;

export const folderOf = (path: string): string => path.split("/").slice(0, -1).join("/");

export const countFiles = (folder: Folder): number => folder.folders.reduce((sum, each) => sum + countFiles(each), folder.files.length);

const troubled = (item: FilingItem): boolean => item.state === "failed" || item.state === "conflict";

/** True where something below needs a person. */
export const needsCare = (folder: Folder): boolean => folder.files.some(troubled) || folder.folders.some(needsCare);

/** Filed parts of a filing, 0 to 1. */
export const progressOf = ({ total, done, failed }: { total: number; done: number; failed: number }): number => (total === 0 ? 0 : (done + failed) / total);
