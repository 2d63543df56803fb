import type { PeriodicJob } from "../../kernel/jobs/index.js";
import type { UploadService } from "./upload.service.js";

export const documentJobs = (uploads: UploadService): readonly PeriodicJob[] => [
  { name: "documents.sweep", schedule: "17 * * * *", run: async () => void (await uploads.sweep()) },
];
