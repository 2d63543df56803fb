/** Files in a folder of this machine. */
import { join } from "node:path";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import type { FilesGateway } from "./index.js";

export function createDiskFiles(dataDir: string): FilesGateway {
  const disk = new Disk(new FSDriver({ location: join(dataDir, "files"), visibility: "private" }));
  const place = (name: string) => `file.${name}`;
  return {
    put: (name, bytes, cipher) => disk.put(name, cipher.sealBytes(place(name), bytes)),
    get: async (name, cipher) => cipher.openBytes(place(name), Buffer.from(await disk.getBytes(name))),
    async remove(names) {
      for (const name of names) await disk.delete(name);
    },
  };
}
